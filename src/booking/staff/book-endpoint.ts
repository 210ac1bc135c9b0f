import { APIError, type Endpoint, type PayloadRequest } from 'payload'
import { recordAudit } from '@/audit/record'
import type { Attribution } from '@/forms/attribution'
import { addAddress } from '@/leads/actions'
import { contactOffer } from '@/leads/queries'
import { messages } from '@/site/messages'
import { book } from '../actions'
import { ANSWER_FIELDS } from '../form/answer-fields'
import { readBookingForm } from '../form/booking-form'
import { bookingRequest } from '../form/booking-request'
import { bookableType } from '../queries'
import { askingMessage } from './asking-message'
import { refuseTaken } from './meeting-endpoints'
import { forLeadStaff, textOf } from './requests'

const FIELDS = [
  'type',
  'start',
  'name',
  'email',
  'company',
  'phone',
  'guests',
  'about',
  'zone',
  ...ANSWER_FIELDS,
] as const

const LONGEST = 5_000

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** @throws APIError (404) if there is no such lead */
async function knownLead(req: PayloadRequest, id: string): Promise<string> {
  const query = { collection: 'leads', id, depth: 0, joins: false, overrideAccess: false, disableErrors: true } as const
  const lead = await req.payload.findByID({ ...query, req })
  if (!lead) throw new APIError('There is no such lead any more.', 404)
  return lead.id
}

/**
 * `POST /api/meetings/book`, for whoever works with leads: books for a caller, by the rules of the site. Sent are the
 * fields of the booking form and `occasion`, a UUID of the form that was opened, by which a repeat is known; with `lead`,
 * the id of a lead, that one gets the address, so that the meeting is theirs; with `message`, the id of the one that
 * asks for the meeting, it keeps where its sender came from. Answers `{ id }` of the meeting. Refusals:
 * 400 with `data.errors: [{ path, message }]`, 404 for a type that is not offered or a lead that is not there, 409 for a
 * time that is not free.
 */
export const bookEndpoint: Endpoint = {
  path: '/book',
  method: 'post',
  handler: forLeadStaff(async (req) => {
    const { payload, user } = req
    const typed = { ...Object.fromEntries(FIELDS.map((name) => [name, textOf(req, name, LONGEST)])), intent: 'book' }
    const occasion = textOf(req, 'occasion', 36)
    if (!UUID.test(occasion)) throw new APIError('Open the form anew: it has no number of its own.', 400)
    const [found, offer] = await Promise.all([
      bookableType(payload, textOf(req, 'type', LONGEST)),
      contactOffer(payload),
    ])
    if (!found) throw new APIError('This kind of meeting is not offered any more.', 404)

    const { slug, location, questions } = found.type
    const asked = (questions ?? []).map(({ label, kind }) => ({ label, kind, required: false }))
    const rules = { questions: asked, phoneRequired: location.kind === 'phone', phoneCountry: offer.phoneCountry }
    const form = readBookingForm(typed, rules)
    if (!form.ok || form.wish.intent !== 'book') {
      const words = messages('en').booking.problems
      const errors = form.ok ? [] : form.problems.map(({ field, code }) => ({ path: field, message: words[code] }))
      throw new APIError('The form is not complete.', 400, { errors }, true)
    }
    const { details, wish } = form
    const lead = textOf(req, 'lead', 36)
    if (lead) await addAddress(payload, await knownLead(req, lead), details.email)
    const type = { slug: slug ?? '', questions: asked }
    // Nobody ticked a box: what the guest agreed to on the phone is not ours to say.
    const request = bookingRequest({ type, details, start: wish.start, typed, offer: { ...offer, consent: undefined } })
    const asking = await askingMessage(payload, textOf(req, 'message', 36))
    const attribution = (asking?.message.attribution ?? undefined) as Attribution | undefined
    const result = await book(payload, { ...request, attribution, occasion: `admin:${occasion}`, bookedBy: user?.id })
    if (result.state === 'unknown') throw new APIError('This kind of meeting is not offered any more.', 404)
    if (result.state === 'taken') return refuseTaken(req, result.nearest)
    const { id } = result.meeting
    if (!result.repeat) await recordAudit(payload, user, { action: 'create', entity: 'meetings', document: id })
    return Response.json({ id })
  }),
}
