import { looksLikeLink } from '@/mail/autolinks'
import type { Mailbox } from '@/mail/transport'
import type { Meeting } from '@/payload-types'
import { DEFAULT_LOCALE } from '@/site/locales'
import type { MeetingSnapshot } from '../snapshot'

/** All that mails and calendar entries tell of a meeting. */
export type ToldMeeting = {
  meeting: Pick<
    Meeting,
    | 'id'
    | 'uid'
    | 'sequence'
    | 'status'
    | 'start'
    | 'end'
    | 'typeName'
    | 'name'
    | 'email'
    | 'company'
    | 'phone'
    | 'timeZone'
    | 'locale'
    | 'cancelledBy'
    | 'cancelReason'
    | 'createdAt'
    | 'updatedAt'
    | 'lead'
  >
  /** Where it takes place, as its type said when it was booked. */
  location: MeetingSnapshot['location']
  /** E-mail addresses of further guests. */
  guests: string[]
  answers: { key?: string; label: string; value: string }[]
  hosts: (Required<Mailbox> & { id: string; timeZone: string })[]
  /** The agency's name, empty until somebody enters it. */
  company: string
  /** The language of the agency. */
  agencyLocale: string
  /** A mailbox that a person reads. */
  organizer: Mailbox
  links: {
    /** Moves or cancels the meeting: for the guest alone, since whoever has it may. */
    manage: string
    /** Where the guest chooses another time. */
    move: string
    admin: string
    book: string
  }
}

/** Somebody who hears of a meeting, and by which clock. */
export type Reader = {
  role: 'guest' | 'invited' | 'host'
  /** Tells the mails of a meeting's readers apart. */
  key: string
  mailbox: Mailbox
  timeZone: string
  locale: string
}

/** A name as strangers get to read it: none if it looks like a link, or our mail would carry it to them. */
export const shownName = (name: string) => (looksLikeLink(name) ? '' : name)

/** Everybody who hears of a meeting: the guest, those they invite, and the hosts. Each address once. */
export function readersOf({ meeting, guests, hosts, agencyLocale }: ToldMeeting): Reader[] {
  const { timeZone } = meeting
  const locale = meeting.locale ?? DEFAULT_LOCALE
  const guest: Reader = {
    role: 'guest',
    key: 'guest',
    mailbox: { name: shownName(meeting.name), address: meeting.email },
    timeZone,
    locale,
  }
  const invited = guests.map((address, index): Reader => {
    return { role: 'invited', key: `guest-${index + 2}`, mailbox: { address }, timeZone, locale }
  })
  const colleagues = hosts.map(({ id, name, address, timeZone }): Reader => {
    return { role: 'host', key: `host-${id}`, mailbox: { name, address }, timeZone, locale: agencyLocale }
  })
  const byAddress = new Map<string, Reader>()
  // Hosts before those who were invited: a colleague whom the guest names too is told all.
  for (const reader of [guest, ...colleagues, ...invited]) {
    const address = reader.mailbox.address.toLowerCase()
    if (!byAddress.has(address)) byAddress.set(address, reader)
  }
  return [...byAddress.values()]
}
