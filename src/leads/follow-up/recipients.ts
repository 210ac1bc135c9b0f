import type { Notification, Setting } from '@/payload-types'
import { zoneOrUtc } from '@/platform/time-zone'

type Routing = Pick<Notification, 'enquiryTypes' | 'fallback' | 'copy' | 'substitutes'>
type Company = Pick<Setting, 'email' | 'timeZone'>

/** Addresses are compared without case: nobody's mail server tells two people apart by it. */
const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

const eachOnce = (addresses: string[]) =>
  addresses.filter((address, index) => addresses.findIndex((other) => same(other, address)) === index)

/** The day a moment falls on by the calendar of a zone: `2026-03-02`. */
const dayIn = (timeZone: string, moment: Date) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(moment)

/** The day that was picked: the admin keeps a day as noon in UTC, and an API may as midnight. */
const pickedDay = (date: string) => date.slice(0, 10)

/**
 * Who reads the mail of an address on a day: whoever stands in for it, or in turn for them. Where everybody is away,
 * since the substitutes stand in for each other, it stays with whom it was meant for: somebody must get it.
 */
function presentFor(address: string, substitutes: NonNullable<Routing['substitutes']>, today: string): string {
  const seen = [address]
  for (let current = address; ; ) {
    const away = substitutes.find(
      ({ absent, from, until }) => same(absent, current) && pickedDay(from) <= today && today <= pickedDay(until),
    )
    if (!away) return current
    if (seen.some((other) => same(other, away.substitute))) return address
    current = away.substitute
    seen.push(current)
  }
}

/**
 * Who answers an enquiry: its own recipients, else the fallback, else the company's address; substitutes for those who
 * are away today, by the calendar of the site. Each address once.
 */
export function responsibleFor(enquiryType: string, routing: Routing, company: Company, now: Date): string[] {
  const own = routing.enquiryTypes?.find(({ key }) => key === enquiryType)?.recipients ?? []
  const lists = [own, routing.fallback ?? [], company.email ? [{ email: company.email }] : []]
  const chosen = lists.find((list) => list.length > 0) ?? []
  const today = dayIn(zoneOrUtc(company.timeZone), now)
  return eachOnce(chosen.map(({ email }) => presentFor(email, routing.substitutes ?? [], today)))
}

/** Who is mailed about a new message: whoever answers it, and those who get a copy of all. Each address once. */
export function recipientsOf(enquiryType: string, routing: Routing, company: Company, now: Date): string[] {
  const today = dayIn(zoneOrUtc(company.timeZone), now)
  const copies = (routing.copy ?? []).map(({ email }) => presentFor(email, routing.substitutes ?? [], today))
  return eachOnce([...responsibleFor(enquiryType, routing, company, now), ...copies])
}
