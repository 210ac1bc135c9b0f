import { z } from 'zod'
import { type EmailAddress, parseEmailAddress } from '@/forms/email-address'
import {
  code,
  companyField,
  consentField,
  emailField,
  lineField,
  nameField,
  paragraphsField,
  phoneField,
  problemsOf,
} from '@/forms/fields'
import { HONEYPOT_FIELD } from '@/forms/honeypot'
import { toE164 } from '@/forms/phone-number'
import { isTimeZone } from '@/platform/time-zone'
import type { BookingTexts } from '@/site/messages/en-booking'
import { ANSWER_FIELDS } from './answer-fields'
import { readStart } from './meeting-forms'

/** What a person fills in, in the order of the form. */
export const BOOKING_FIELDS = [
  'start',
  'name',
  'email',
  'company',
  'phone',
  'guests',
  'about',
  ...ANSWER_FIELDS,
  'consent',
  'preferred1',
  'preferred2',
  'preferred3',
] as const
export type BookingField = (typeof BOOKING_FIELDS)[number]

/** Every field the form has; a body with any other is not ours. `intent`: which of its buttons was pressed. */
export const BOOKING_FORM_FIELDS = [
  ...BOOKING_FIELDS,
  HONEYPOT_FIELD,
  'intent',
  'type',
  'zone',
  'day',
  'ticket',
  'from',
  'attribution',
] as const

/** The form as it arrived: everything that was typed, untouched. */
export type TypedBooking = Partial<Record<(typeof BOOKING_FORM_FIELDS)[number], string>>

export type BookingProblemCode = keyof BookingTexts['problems']
export type BookingProblem = { field: BookingField; code: BookingProblemCode }

/** What the form asks for. */
export type BookingFormRules = {
  /** Whether each question of the meeting type must be answered, in their order. */
  questions: readonly { required: boolean }[]
  /** True where the agency calls. */
  phoneRequired: boolean
  consentVersion?: string
  /** ISO 3166 code for phone numbers written without a country. */
  phoneCountry?: string | null
}

/** Who books, and what for; cleaned once, here. */
export type BookingDetails = {
  name: string
  email: EmailAddress
  company: string
  phone: { raw: string; e164?: string }
  guests: EmailAddress[]
  about: string
  answers: string[]
  /** IANA name of the zone whose times the person saw. */
  zone: string
}

/** `book`: a time of the list, in epoch milliseconds. `request`: times by the person's own clock, `2027-01-14T09:30`. */
export type BookingWish = { intent: 'book'; start: number } | { intent: 'request'; preferred: string[] }

export type BookingFormResult =
  | { ok: true; details: BookingDetails; wish: BookingWish }
  | { ok: false; problems: BookingProblem[] }

const MOST_GUESTS = 5

const guestsField = paragraphsField.transform((typed, context) => {
  const words = typed.split(/[\s,;]+/u).filter(Boolean)
  const addresses = words.map(parseEmailAddress)
  const valid = addresses.filter((address) => address !== undefined)
  const problem =
    valid.length < addresses.length ? 'guestsInvalid' : valid.length > MOST_GUESTS ? 'guestsMany' : undefined
  if (problem) {
    context.issues.push({ code: 'custom', input: typed, ...code(problem) })
    return z.NEVER
  }
  return valid.filter(({ identity }, index) => valid.findIndex((other) => other.identity === identity) === index)
})

const answer = (question: { required: boolean } | undefined) =>
  paragraphsField
    .refine((text) => text !== '' || !question?.required, code('answerMissing'))
    .pipe(z.string().max(1_000, code('answerLong')))

/** No clock on earth is further behind UTC, in milliseconds. */
const LAST_ZONE_MS = 12 * 3_600_000

/** True for a time of a calendar that begins after `now`, or that somewhere on earth still does: no 31 February, no 24:00. */
function isToCome(text: string, now: number): boolean {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?$/.test(text)) return false
  const instant = Date.parse(`${text}Z`)
  return instant + LAST_ZONE_MS > now && new Date(instant).toISOString().startsWith(text)
}

/** As a browser's `datetime-local` field sends it, or nothing. What is over everywhere cannot be wished for. */
const preferredField = (now: number) =>
  lineField.refine((text) => text === '' || isToCome(text, now), code('preferredInvalid'))

/** One of the times of our pages; anything else is no time of ours. */
const startField = lineField
  .refine((text) => text !== '', code('startMissing'))
  .transform((text, context) => {
    const start = readStart(text)
    if (start !== undefined) return start
    context.issues.push({ code: 'custom', input: text, ...code('startUnknown') })
    return z.NEVER
  })

const detailsSchema = ({ phoneRequired, consentVersion }: BookingFormRules) =>
  z.object({
    name: nameField,
    email: emailField,
    company: companyField,
    phone: phoneField.refine((phone) => phone !== '' || !phoneRequired, code('phoneMissing')),
    guests: guestsField,
    about: paragraphsField.pipe(z.string().max(5_000, code('aboutLong'))),
    consent: consentField(consentVersion),
  })

/** A question beyond the last field is not on the form: its answer must not be waited for. */
const answersSchema = ({ questions }: BookingFormRules) =>
  z
    .object(
      Object.fromEntries(ANSWER_FIELDS.slice(0, questions.length).map((key, index) => [key, answer(questions[index])])),
    )
    .transform((answers) => Object.values(answers).map(String))

const bookSchema = z.object({ start: startField }).transform(({ start }): BookingWish => ({ intent: 'book', start }))

const requestSchema = (now: number) =>
  z
    .object({ preferred1: preferredField(now), preferred2: preferredField(now), preferred3: preferredField(now) })
    .transform((times) => Object.values(times).filter(Boolean))
    .refine((times) => times.length > 0, { ...code('preferredMissing'), path: ['preferred1'] })
    .transform((preferred): BookingWish => ({ intent: 'request', preferred }))

/**
 * Checks and cleans a booking form. Problems come in the order of the form, at most one for a field. A zone that does
 * not exist is no reason to refuse somebody: their times are told in UTC.
 * @param now epoch milliseconds
 */
export function readBookingForm(typed: TypedBooking, rules: BookingFormRules, now = Date.now()): BookingFormResult {
  const details = detailsSchema(rules).safeParse(typed)
  const answers = answersSchema(rules).safeParse(typed)
  const wish = (typed.intent === 'request' ? requestSchema(now) : bookSchema).safeParse(typed)
  if (!details.success || !answers.success || !wish.success) {
    const issues = [details, answers, wish].flatMap(({ error }) => error?.issues ?? [])
    return { ok: false, problems: problemsOf<BookingField, BookingProblemCode>({ issues }, BOOKING_FIELDS) }
  }
  const { consent: _, phone, guests, ...rest } = details.data
  return {
    ok: true,
    wish: wish.data,
    details: {
      ...rest,
      phone: { raw: phone, e164: toE164(phone, rules.phoneCountry) },
      guests: guests.filter(({ identity }) => identity !== rest.email.identity),
      answers: answers.data,
      zone: isTimeZone(typed.zone ?? '') ? (typed.zone ?? 'UTC') : 'UTC',
    },
  }
}
