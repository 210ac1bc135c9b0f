import type { Payload } from 'payload'
import { derivedId, idOf, upsertLead } from '@/leads/actions'
import type { Meeting } from '@/payload-types'
import { inTurn } from '@/platform/in-turn'
import { insertOnce } from '@/platform/insert-once'
import { zoneOrUtc } from '@/platform/time-zone'
import { formatMoment } from '@/site/dates'
import { DEFAULT_LOCALE } from '@/site/locales'
import { oweMeetingMails } from './mails'

const trusted = { depth: 0, overrideAccess: true, disableTransaction: true } as const

/** What has happened to a meeting so far, with a name that each happening has once. */
function happenings(meeting: Meeting, when: string): { name: string; text: string; author?: string }[] {
  const { status, sequence, cancelledBy, cancelReason, typeName, bookedBy } = meeting
  const author = bookedBy ? idOf(bookedBy) : undefined
  const list: { name: string; text: string; author?: string }[] = [
    { name: 'booked', text: `Booked: ${typeName}, ${when}`, author },
  ]
  if (status === 'cancelled') {
    const who = cancelledBy === 'guest' ? 'the guest' : 'a colleague'
    const why = cancelReason ? `: ${cancelReason}` : ''
    list.push({ name: 'cancelled', text: `Cancelled by ${who}: ${typeName}, ${when}${why}` })
  } else if (status === 'held') list.push({ name: 'held', text: `Took place: ${typeName}, ${when}` })
  else if (status === 'no-show') list.push({ name: 'no-show', text: `Did not come: ${typeName}, ${when}` })
  else if (sequence > 0) list.push({ name: `moved ${sequence}`, text: `Moved: ${typeName}, now ${when}` })
  return list
}

/**
 * The lead of a meeting, made where there is none yet. Once mails were written there was one; a meeting without it then
 * lost it to somebody who deleted the lead, and it must not come back.
 */
async function leadOf(payload: Payload, meeting: Meeting): Promise<string | undefined> {
  if (meeting.lead) return idOf(meeting.lead)
  const where = { meeting: { equals: meeting.id } }
  if ((await payload.count({ collection: 'emails', where, overrideAccess: true })).totalDocs > 0) return undefined
  const { phoneCountry } = await payload.findGlobal({ slug: 'settings', depth: 0 })
  const lead = await upsertLead(payload, { ...meeting, receivedAt: meeting.bookedAt }, phoneCountry)
  // By itself: an update of the whole document would undo a move that happens at the same moment.
  await payload.db.updateOne({ collection: 'meetings', id: meeting.id, data: { lead }, returning: false })
  return lead
}

/** Tells the timeline of a lead what has happened to a meeting so far. */
async function noteHappenings(payload: Payload, meeting: Meeting, lead: string): Promise<void> {
  const { defaultLocale, timeZone } = await payload.findGlobal({ slug: 'settings', depth: 0 })
  const when = formatMoment(meeting.start, defaultLocale ?? DEFAULT_LOCALE, zoneOrUtc(timeZone))
  for (const { name, text, author } of happenings(meeting, when)) {
    const event = {
      lead,
      kind: 'meeting' as const,
      text,
      at: new Date().toISOString(),
      author,
      data: { meeting: meeting.id },
    }
    await insertOnce(payload, 'lead-events', { id: derivedId(meeting.id, name), ...event }, 'id')
  }
}

/**
 * Does what follows from a meeting as it is: its lead, the entries on the lead's timeline, the mails. Each step happens once
 * however often it is tried, so whoever finds a meeting half done, after a crash, calls this again.
 */
export async function completeMeeting(payload: Payload, id: string): Promise<void> {
  await inTurn(`following up meeting ${id}`, async () => {
    const meeting = await payload.findByID({ collection: 'meetings', id, ...trusted, disableErrors: true })
    if (!meeting) return
    const lead = await leadOf(payload, meeting)
    if (lead) await noteHappenings(payload, meeting, lead)
    await oweMeetingMails(payload, { ...meeting, lead }, new Date())
  })
}
