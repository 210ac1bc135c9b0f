/** An IANA name, as far as its letters go; `Intl` alone takes `+07:00` and any case too. */
const NAME = /^[A-Z][A-Za-z_+\-0-9]*(?:\/[A-Z][A-Za-z_+\-0-9]*){0,2}$/

/** True for a name that times can be told in, `UTC` included. */
export function isTimeZone(name: string): boolean {
  if (!NAME.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** The zone that somebody named; UTC while they named none that exists: earlier versions stored any text. */
export const zoneOrUtc = (name: string | null | undefined): string => (name && isTimeZone(name) ? name : 'UTC')
