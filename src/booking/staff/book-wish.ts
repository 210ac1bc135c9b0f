import { APIError, type Endpoint, type Payload, type Where } from 'payload'
import { recordAudit } from '@/audit/record'
import { parseEmailAddress } from '@/forms/email-address'
import type { ContactSubmission, Meeting } from '@/payload-types'
import { book } from '../actions'
import { refuseTaken } from './meeting-endpoints'
import { forLeadStaff, textOf } from './requests'
import { wishOf } from './wish'

const addressOf = ({ email, correctedEmail }: ContactSubmission) => correctedEmail || email

/** The meeting that the sender of a message already has at one of the times that they asked for. */
export async function meetingOfWish(payload: Payload, submission: ContactSubmission): Promise<Meeting | undefined> {
  const where: Where = {
    and: [
      { email: { equals: addressOf(submission) } },
      { start: { in: wishOf(submission)?.times ?? [] } },
      { status: { not_equals: 'cancelled' } },
    ],
  }
  const query = { collection: 'meetings', where, limit: 1, pagination: false, depth: 0, overrideAccess: true } as const
  return (await payload.find(query)).docs[0]
}

/**
 * `POST /api/meetings/book-wish` with `message` (its id) and `start` (one of the times that it asks for), for whoever
 * works with leads: books that time for its sender. Answers `{ id }` of the meeting; done twice, it is the same one.
 */
export const bookWishEndpoint: Endpoint = {
  path: '/book-wish',
  method: 'post',
  handler: forLeadStaff(async (req) => {
    const { payload, user } = req
    const query = { collection: 'contact-submissions', depth: 0, overrideAccess: true, disableErrors: true } as const
    const message = await payload.findByID({ ...query, id: textOf(req, 'message', 36) })
    const wish = message && wishOf(message)
    const email = message && parseEmailAddress(addressOf(message))
    if (!message || !wish || !email) throw new APIError('There is no message that asks for a meeting.', 404)
    if (message.state === 'held' || message.state === 'spam') throw new APIError('Release the message first.', 409)
    const start = textOf(req, 'start', 40)
    if (!wish.times.includes(start)) throw new APIError('The message does not ask for this time.', 400)
    const before = await meetingOfWish(payload, message)
    if (before) return Response.json({ id: before.id })

    const { name, company, phone, locale, attribution } = message
    const result = await book(payload, {
      type: wish.type,
      start: Date.parse(start),
      occasion: `message:${message.id}`,
      name,
      email,
      company: company ?? undefined,
      phone: phone ?? undefined,
      guests: wish.guests,
      answers: [{ key: 'about', label: 'Message', value: message.message }],
      timeZone: wish.zone,
      locale,
      attribution: (attribution ?? undefined) as Parameters<typeof book>[1]['attribution'],
      bookedBy: user?.id,
    })
    if (result.state === 'unknown') throw new APIError('This kind of meeting is not offered any more.', 404)
    if (result.state === 'taken') return refuseTaken(req, result.nearest)
    const { id } = result.meeting
    if (!result.repeat) await recordAudit(payload, user, { action: 'create', entity: 'meetings', document: id })
    return Response.json({ id })
  }),
}
