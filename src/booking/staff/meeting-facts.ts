import type { Meeting } from '@/payload-types'
import { messages } from '@/site/messages'
import { momentLabel } from '../page/days'
import { zoneWords } from '../page/time-zones'
import { snapshotOf } from '../snapshot'

/** A line about a meeting: what it is, the words, and where they lead. */
export type Fact = { label: string; text: string; href?: string }

type Input = {
  meeting: Meeting
  /** Names of those who come. */
  hosts: readonly string[]
  /** IANA name of the zone of whoever reads it. */
  zone: string
}

const inZone = ({ start, end }: Meeting, zone: string) =>
  `${momentLabel(start, end, 'en', zone)}, ${zoneWords(zone, 'en', Date.parse(start))}`

/** What a colleague wants to know of a meeting before it, in their own zone and in that of the guest. */
export function meetingFacts({ meeting, hosts, zone }: Input): Fact[] {
  const { email, phone, company, name, typeName, timeZone } = meeting
  const { location } = snapshotOf(meeting)
  const details = (location?.details ?? '').replaceAll('{id}', meeting.id)
  const { locations } = messages('en').booking
  const guests = Array.isArray(meeting.guests) ? meeting.guests.map(String) : []
  const facts: Fact[] = [
    { label: 'Meeting', text: typeName },
    { label: 'When', text: inZone(meeting, zone) },
    ...(timeZone === zone ? [] : [{ label: 'For the guest', text: inZone(meeting, timeZone) }]),
    { label: 'With', text: hosts.join(', ') },
    {
      label: 'Where',
      text: [location && locations[location.kind], details].filter(Boolean).join(': '),
      ...(/^https:\/\//.test(details) ? { href: details } : {}),
    },
    { label: 'Guest', text: [name, company].filter(Boolean).join(', ') },
    { label: 'E-mail', text: email, href: `mailto:${email}` },
    { label: 'Phone', text: phone ?? '', ...(phone ? { href: `tel:${phone.replace(/[^+\d]/g, '')}` } : {}) },
    { label: 'Also invited', text: guests.join(', ') },
  ]
  return facts.filter(({ text }) => text !== '')
}
