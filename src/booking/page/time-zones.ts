/**
 * Names that `Intl.supportedValuesOf('timeZone')` of Node 20 gives in an old spelling or leaves out, with the one that
 * people look for. Both spellings are accepted everywhere.
 */
const RENAMED: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
}

/** The spelling of today, which the choice offers: browsers tell `Asia/Saigon` for `Asia/Ho_Chi_Minh`. */
export const modernZone = (name: string): string => RENAMED[name] ?? name

/** `Asia/Ho_Chi_Minh` → `Ho Chi Minh`, `America/Argentina/Buenos_Aires` → `Argentina, Buenos Aires`. */
export function zoneCity(name: string): string {
  const [first = '', ...places] = name.replaceAll('_', ' ').split('/')
  return places.length > 0 ? places.join(', ') : first
}

/** Zones of a part of the world (`Asia`), each by its city, both in the order of the alphabet. */
export type ZoneGroup = { region: string; zones: { name: string; city: string }[] }

function groupZones(): ZoneGroup[] {
  const names = new Set(Intl.supportedValuesOf('timeZone').map(modernZone))
  const groups = new Map<string, ZoneGroup>([['UTC', { region: 'UTC', zones: [{ name: 'UTC', city: 'UTC' }] }]])
  for (const name of [...names].sort()) {
    const region = name.split('/', 1)[0] ?? ''
    if (!name.includes('/')) continue
    const group = groups.get(region) ?? { region, zones: [] }
    groups.set(region, group)
    group.zones.push({ name, city: zoneCity(name) })
  }
  return [...groups.values()]
}

/** Every zone there is to choose, by region; `UTC` stands alone and first. */
export const ZONE_GROUPS: readonly ZoneGroup[] = groupZones()

/** A zone in words at an instant: `Ho Chi Minh (Indochina Time, GMT+7)`. */
export function zoneWords(name: string, locale: string, instant: number): string {
  const part = (timeZoneName: 'long' | 'shortOffset') =>
    new Intl.DateTimeFormat(locale, { timeZone: name, timeZoneName })
      .formatToParts(instant)
      .find(({ type }) => type === 'timeZoneName')?.value ?? ''
  const [long, offset] = [part('long'), part('shortOffset')]
  return name === 'UTC' ? 'UTC' : `${zoneCity(name)} (${long === offset ? offset : `${long}, ${offset}`})`
}
