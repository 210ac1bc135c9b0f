import { readAttribution } from '@/forms/attribution'
import { readTicket } from '@/forms/ticket'
import type { ContactOffer } from '@/leads/queries'
import { env } from '@/platform/env'
import { messages } from '@/site/messages'
import type { BookingRequest } from '../actions'
import type { OfferedType } from '../page/offered-types'
import { ANSWER_FIELDS } from './answer-fields'
import type { BookingDetails, TypedBooking } from './booking-form'

/** Under this key the answers of a meeting hold the text that its guest agreed to. */
export const CONSENT_KEY = 'consent'

/** What keys of answers to the questions of a meeting type begin with. */
const QUESTION_PREFIX = 'question-'

/** The field of the form in which the question of this key was answered. */
export const fieldOfQuestion = (key: string): string =>
  ANSWER_FIELDS[Number(key.slice(QUESTION_PREFIX.length)) - 1] ?? ''

export const isOfQuestion = ({ key }: { key: string }): boolean => key.startsWith(QUESTION_PREFIX)

/** The questions of a meeting type as they were shown, with what was answered; none that was left empty. */
export const questionAnswers = (
  { questions }: Pick<OfferedType, 'questions'>,
  { answers }: Pick<BookingDetails, 'answers'>,
) =>
  questions
    .map(({ label }, index) => ({ key: `${QUESTION_PREFIX}${index + 1}`, label, value: answers[index] ?? '' }))
    .filter(({ value }) => value !== '')

type BookingInput = {
  type: Pick<OfferedType, 'slug' | 'questions'>
  details: BookingDetails
  /** Epoch milliseconds. */
  start: number
  typed: TypedBooking
  offer: ContactOffer
}

/**
 * What the form asks of the calendar, with the questions as they were shown. Its occasion makes a repeat recognisable:
 * the ticket of the form, or without one the day.
 */
export function bookingRequest({ type, details, start, typed, offer }: BookingInput, now = new Date()): BookingRequest {
  const { fields } = messages(offer.locale).booking
  const { name, email, company, phone, guests, about, zone } = details
  const ticket = readTicket(env().PAYLOAD_SECRET, typed.ticket ?? '', now)
  const { consent } = offer
  return {
    type: type.slug,
    start,
    occasion: ticket.state === 'valid' ? ticket.ticket.key : `day:${now.toISOString().slice(0, 10)}`,
    name,
    email,
    company,
    phone: phone.raw,
    guests: guests.map(({ address }) => address),
    answers: [
      { key: 'about', label: fields.about, value: about },
      ...questionAnswers(type, details),
      ...(consent ? [{ key: CONSENT_KEY, label: `${fields.consent} (${consent.version})`, value: consent.text }] : []),
    ].filter(({ value }) => value !== ''),
    timeZone: zone,
    locale: offer.locale,
    attribution: readAttribution(typed.attribution ?? '', typed.from ?? ''),
  }
}
