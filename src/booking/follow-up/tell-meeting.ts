import type { Payload } from 'payload'
import { sender } from '@/mail/sender'
import type { Mailbox } from '@/mail/transport'
import type { Meeting } from '@/payload-types'
import { env } from '@/platform/env'
import { DEFAULT_LOCALE } from '@/site/locales'
import { absoluteUrl, adminUrl, bookPath, meetingPath } from '@/site/urls'
import type { ToldMeeting } from '../emails/told-meeting'
import { manageToken } from '../manage-token'
import { hostsOf, snapshotOf } from '../snapshot'

/** Hosts in the order of their ids, those who can be written to. */
async function toldHosts(payload: Payload, ids: string[]): Promise<ToldMeeting['hosts']> {
  const { docs } = await payload.find({
    collection: 'hosts',
    where: { id: { in: ids } },
    depth: 1,
    limit: 0,
    pagination: false,
    overrideAccess: true,
  })
  return ids.flatMap((id) => {
    const host = docs.find((document) => document.id === id)
    const address = typeof host?.user === 'object' ? host.user?.email : undefined
    return host && address ? [{ id, name: host.name, address, timeZone: host.timeZone }] : []
  })
}

/** Who would invite to a meeting with these hosts: the agency, or the first of them while it has no address. */
export async function organizerOf(payload: Payload, hosts: string[]): Promise<Mailbox> {
  const { companyName, email } = await payload.findGlobal({ slug: 'settings', depth: 0 })
  if (email) return { name: companyName ?? '', address: email }
  const [first] = await toldHosts(payload, hosts)
  return first ? { name: first.name, address: first.address } : sender(payload)
}

/** Puts together what mails and calendar entries tell of a meeting, hosts and agency as they are now. */
export async function tellMeeting(payload: Payload, meeting: Meeting): Promise<ToldMeeting> {
  const ids = hostsOf(meeting)
  const [settings, hosts] = await Promise.all([
    payload.findGlobal({ slug: 'settings', depth: 0 }),
    toldHosts(payload, ids),
  ])
  const company = settings.companyName ?? ''
  const { location, organizer } = snapshotOf(meeting)
  const token = manageToken(env().PAYLOAD_SECRET, meeting.id)
  return {
    meeting,
    // A template of a video link may name the meeting: each has a room of its own.
    location: { ...location, details: location.details.replaceAll('{id}', meeting.id) },
    guests: (meeting.guests ?? []) as string[],
    answers: (meeting.answers ?? []) as ToldMeeting['answers'],
    hosts,
    company,
    agencyLocale: settings.defaultLocale ?? DEFAULT_LOCALE,
    organizer: organizer ?? (await organizerOf(payload, ids)),
    links: {
      manage: absoluteUrl(meetingPath(token)),
      move: absoluteUrl(meetingPath(token, 'move')),
      admin: adminUrl('meetings', meeting.id),
      book: absoluteUrl(bookPath()),
    },
  }
}
