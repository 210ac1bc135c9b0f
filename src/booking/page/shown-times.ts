import { isTimeZone } from '@/platform/time-zone'
import { type DaysPage, dateLabel, daysOf, freeDays, pageOfDays, type ShownDay } from './days'
import { modernZone, zoneWords } from './time-zones'

/** Which times a page shows: what its address says, or the form that it answers. */
export type TimesQuery = { zone?: string; day?: string; nearest?: number[] }

/** The times on a page, and in whose zone they are told. */
export type ShownTimes = {
  /** IANA name. */
  zone: string
  /** The zone for people: `Ho Chi Minh (Indochina Time, GMT+7)`. */
  zoneWords: string
  /** True: nobody has chosen the zone. */
  isGuess: boolean
  page: DaysPage
  /** The free times nearest to one that was taken. */
  nearest: ShownDay[]
  /** The date asked for, and in words: `Thursday 14 January 2027`. */
  day?: string
  dayWords?: string
}

const DATE = /^\d{4}-\d\d-\d\d$/

/**
 * What to show of the free times.
 * @param starts epoch milliseconds, in order
 * @param homeZone the zone of the site, for visitors of whom nothing is known
 * @param now epoch milliseconds
 */
export function shownTimes(
  starts: readonly number[],
  query: TimesQuery,
  { locale, homeZone, now }: { locale: string; homeZone: string; now: number },
): ShownTimes {
  const isGuess = !query.zone || !isTimeZone(query.zone)
  const zone = modernZone(isGuess || !query.zone ? homeZone : query.zone)
  const isDate = DATE.test(query.day ?? '') && !Number.isNaN(Date.parse(query.day ?? ''))
  const day = isDate ? query.day : undefined
  const page = pageOfDays(freeDays(starts, zone), { locale, timeZone: zone, from: day })
  const first = page.days[0]?.times[0]?.start
  return {
    zone,
    // The offset is that of the times shown: it may change before them.
    zoneWords: zoneWords(zone, locale, first ? Date.parse(first) : now),
    isGuess,
    page,
    nearest: daysOf(query.nearest ?? [], locale, zone),
    day,
    dayWords: day && dateLabel(day, locale),
  }
}

/** No meeting type can be booked further ahead. */
const LONGEST_HORIZON_MS = 366 * 24 * 3_600_000

/** Every time that may be free, in epoch milliseconds; how far ahead one can book is for the meeting type to say. */
export const wholeHorizon = (now: Date) => ({ from: now.getTime(), to: now.getTime() + LONGEST_HORIZON_MS })
