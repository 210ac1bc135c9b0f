import { APIError, type Endpoint } from 'payload'
import { recordAudit } from '@/audit/record'
import { parseEmailAddress } from '@/forms/email-address'
import { book } from '../actions'
import { askingMessage, meetingOfWish, senderOf } from './asking-message'
import { refuseTaken } from './meeting-endpoints'
import { forLeadStaff, textOf } from './requests'

/**
 * `POST /api/meetings/book-wish` with `message` (its id) and `start` (one of the times that it asks for), for whoever
 * works with leads: books that time for its sender. Answers `{ id }` of the meeting; done twice, it is the same one.
 */
export const bookWishEndpoint: Endpoint = {
  path: '/book-wish',
  method: 'post',
  handler: forLeadStaff(async (req) => {
    const { payload, user } = req
    const asking = await askingMessage(payload, textOf(req, 'message', 36))
    const email = asking && parseEmailAddress(senderOf(asking.message))
    if (!asking || !email) throw new APIError('There is no message that asks for a meeting.', 404)
    if (asking.isHeld) throw new APIError('Release the message first.', 409)
    const { message, wish } = asking
    const start = textOf(req, 'start', 40)
    if (!wish.times.includes(start)) throw new APIError('The message does not ask for this time.', 400)
    const before = await meetingOfWish(payload, asking)
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
      answers: [{ key: 'about', label: 'Message', value: message.message }, ...wish.answers],
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
