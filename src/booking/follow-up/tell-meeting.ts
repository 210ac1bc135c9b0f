import type { Payload } from 'payload'
import { sender } from '@/mail/sender'
import type { Meeting } from '@/payload-types'
import { env } from '@/platform/env'
import { DEFAULT_LOCALE } from '@/site/locales'
import { absoluteUrl, adminUrl, bookPath, meetingPath } from '@/site/urls'
import type { ToldMeeting } from '../emails/told-meeting'
import { manageToken } from '../manage-token'
import { hostsOf, snapshotOf } from '../snapshot'

/** Puts together what mails and calendar entries tell of a meeting, hosts and agency as they are now. */
export async function tellMeeting(payload: Payload, meeting: Meeting): Promise<ToldMeeting> {
  const ids = hostsOf(meeting)
  const [settings, { docs }] = await Promise.all([
    payload.findGlobal({ slug: 'settings', depth: 0 }),
    payload.find({
      collection: 'hosts',
      where: { id: { in: ids } },
      depth: 1,
      limit: 0,
      pagination: false,
      overrideAccess: true,
    }),
  ])
  const hosts = ids.flatMap((id) => {
    const host = docs.find((document) => document.id === id)
    const address = typeof host?.user === 'object' ? host.user?.email : undefined
    return host && address ? [{ id, name: host.name, address, timeZone: host.timeZone }] : []
  })
  const company = settings.companyName ?? ''
  const { location } = snapshotOf(meeting)
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
    organizer: settings.email ? { name: company, address: settings.email } : (hosts[0] ?? (await sender(payload))),
    links: {
      manage: absoluteUrl(meetingPath(token)),
      move: absoluteUrl(meetingPath(token, 'move')),
      admin: adminUrl('meetings', meeting.id),
      book: absoluteUrl(bookPath()),
    },
  }
}
