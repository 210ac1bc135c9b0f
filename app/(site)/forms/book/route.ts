import { type BookedMeeting, book, bookedBefore } from '@/booking/actions'
import { BOOKING_FORM_FIELDS, type BookingWish, readBookingForm, type TypedBooking } from '@/booking/form/booking-form'
import { bookingRequest } from '@/booking/form/booking-request'
import type { BookingFormState } from '@/booking/form/form-state'
import { dateIn } from '@/booking/page/days'
import { type OfferedType, offeredType } from '@/booking/page/offered-types'
import { isBookedALot } from '@/booking/queries'
import { instantOf, requestMeeting } from '@/booking/request'
import { FAULT_STATUS, readFormBody } from '@/forms/form-body'
import { HONEYPOT_FIELD } from '@/forms/honeypot'
import { takeSlot } from '@/forms/rate-limit'
import { hasTicket } from '@/forms/ticket'
import { contactOffer } from '@/leads/queries'
import { clientAddress } from '@/platform/client-address'
import { currentPayload } from '@/platform/current-payload'
import { env } from '@/platform/env'
import { log } from '@/platform/log'
import { respond } from '@/platform/render-context'
import { bookPath, meetingPath, receiptPath } from '@/site/urls'

type State = Omit<BookingFormState, 'form'>

/** Answers with the page of the form, in the same response, holding everything that was typed. */
function comeBack(status: number, state: State, headers: HeadersInit = {}): Response {
  const { type, from } = state.typed
  respond({ renderInstead: { url: bookPath({ type, from }), status, form: { form: 'book', ...state } } })
  return new Response(null, { headers })
}

const seeOther = (location: string) => new Response(null, { status: 303, headers: { location } })

const limited = (typed: TypedBooking, retryAfterSeconds: number) =>
  comeBack(
    429,
    { typed, problems: [], notice: { kind: 'limited', minutes: Math.ceil(retryAfterSeconds / 60) } },
    { 'retry-after': String(retryAfterSeconds) },
  )

const timesOf = (wish: BookingWish, zone: string): number[] =>
  wish.intent === 'book' ? [wish.start] : wish.preferred.map((wallClock) => instantOf(wallClock, zone))

/** Without a ticket a repeat is known by what anybody may guess: an address, a meeting type and a time. */
function showMeeting(typed: TypedBooking, { repeat, token }: BookedMeeting): Response {
  const isTheirs = !repeat || hasTicket(env().PAYLOAD_SECRET, typed.ticket ?? '', new Date())
  return isTheirs ? seeOther(meetingPath(token)) : comeBack(200, { typed, problems: [], notice: { kind: 'repeat' } })
}

/** Books, or takes the wish for another time as a message. */
async function answer(typed: TypedBooking, type: OfferedType, address: string): Promise<Response> {
  const payload = currentPayload()
  const offer = await contactOffer(payload)
  const result = readBookingForm(typed, {
    questions: type.questions,
    phoneRequired: type.location === 'phone',
    consentVersion: offer.consent?.version,
    phoneCountry: offer.phoneCountry,
  })
  if (!result.ok) return comeBack(422, { typed, problems: result.problems })
  const { details, wish } = result

  const request =
    wish.intent === 'book' ? bookingRequest({ type, details, start: wish.start, typed, offer }) : undefined
  // A repeat takes nothing, and must not become a message beside the meeting when its sender has sent a lot.
  const before = request && (await bookedBefore(payload, request))
  if (before) return showMeeting(typed, before)
  const slot = request ? await takeSlot(address) : { state: 'free' as const }
  if (slot.state === 'flood') return limited(typed, slot.retryAfterSeconds)
  // What may be a machine takes nobody's time, and mails no stranger again and again: it becomes a message, which is
  // held where it is judged.
  const isSuspect =
    slot.state === 'many' || typed[HONEYPOT_FIELD] || (await isBookedALot(payload, details.email.address))
  if (!request || isSuspect) {
    const times = timesOf(wish, details.zone)
    const receipt = await requestMeeting(payload, { type, details, times, typed, offer, address })
    return receipt.state === 'received'
      ? seeOther(receiptPath(receipt.reference))
      : limited(typed, receipt.retryAfterSeconds)
  }

  const booked = await book(payload, request)
  if (booked.state === 'booked') return showMeeting(typed, booked)
  if (booked.state === 'unknown')
    return comeBack(410, { typed: { ...typed, type: '' }, problems: [], notice: { kind: 'gone' } })
  const nearest = booked.nearest.map(({ start }) => start)
  const day = dateIn(details.zone)(nearest[0] ?? request.start)
  return comeBack(409, { typed: { ...typed, start: '', day }, problems: [], notice: { kind: 'taken', nearest } })
}

/** Takes the booking form: 303 to the meeting, or the form again with what is wrong. */
export async function POST(request: Request): Promise<Response> {
  const { fields: typed, fault } = await readFormBody(request, BOOKING_FORM_FIELDS)
  if (fault) return comeBack(FAULT_STATUS[fault], { typed: {}, problems: [], notice: { kind: 'unreadable' } })
  try {
    const type = await offeredType(typed.type ?? '')
    if (!type) return comeBack(410, { typed: { ...typed, type: '' }, problems: [], notice: { kind: 'gone' } })
    return await answer(typed, type, clientAddress(request.headers))
  } catch (error) {
    log().error({ err: error }, 'A meeting could not be booked')
    return comeBack(503, { typed, problems: [], notice: { kind: 'unavailable' } }, { 'retry-after': '60' })
  }
}
