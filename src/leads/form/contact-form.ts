import { z } from 'zod'
import { cleanLine, cleanParagraphs, hasLineBreak } from '@/forms/clean-text'
import { type EmailAddress, parseEmailAddress } from '@/forms/email-address'
import { HONEYPOT_FIELD } from '@/forms/honeypot'
import { toE164 } from '@/forms/phone-number'
import type { ContactTexts } from '@/site/messages/en-contact'

/** What a person fills in, in the order of the form. */
export const CONTACT_FIELDS = ['name', 'email', 'company', 'phone', 'topic', 'message', 'consent'] as const
export type ContactField = (typeof CONTACT_FIELDS)[number]

/** Every field the form has; a body with any other is not ours. */
export const FORM_FIELDS = [...CONTACT_FIELDS, HONEYPOT_FIELD, 'ticket', 'from', 'attribution'] as const

/** The form as it arrived: everything that was typed, untouched. */
export type TypedForm = Partial<Record<(typeof FORM_FIELDS)[number], string>>

export type ProblemCode = keyof ContactTexts['problems']
export type ContactProblem = { field: ContactField; code: ProblemCode }

/** What the form asks for at the moment. */
export type ContactRules = {
  /** Keys of the enquiry types on offer; with none, no topic is asked for. */
  topics: readonly string[]
  /** Version of the text that senders agree to; undefined if there is no such text. */
  consentVersion?: string
  /** ISO 3166 code for phone numbers written without a country. */
  phoneCountry?: string | null
}

/** A message that passed: cleaned once, here, and only escaped where it leaves. */
export type ContactMessage = {
  name: string
  email: EmailAddress
  company: string
  /** As typed, and in E.164 where that can be told. */
  phone: { raw: string; e164?: string }
  topic: string
  message: string
}

export type ContactResult = { ok: true; message: ContactMessage } | { ok: false; problems: ContactProblem[] }

/** What a ticked box sends: which text was agreed to. A ticked box that names none agrees to the one of today. */
const AGREED = 'agreed:'
export const consentValue = (version: string) => `${AGREED}${version}`

const code = (problem: ProblemCode) => ({ message: problem, abort: true })

const line = z
  .string()
  .default('')
  .transform(cleanLine)
  .refine((text) => !hasLineBreak(text), code('lineBreak'))

const schemaFor = ({ topics, consentVersion }: ContactRules) =>
  z.object({
    name: line.pipe(z.string().min(1, code('nameMissing')).max(120, code('nameLong'))),
    email: line.pipe(z.string().min(1, code('emailMissing'))).transform((typed, context) => {
      const parsed = parseEmailAddress(typed)
      if (parsed) return parsed
      context.issues.push({ code: 'custom', input: typed, ...code('emailInvalid') })
      return z.NEVER
    }),
    company: line.pipe(z.string().max(160, code('companyLong'))),
    phone: line.pipe(z.string().max(60, code('phoneLong'))),
    topic: line
      .refine((key) => key !== '' || topics.length === 0, code('topicMissing'))
      .refine((key) => key === '' || topics.includes(key), code('topicUnknown')),
    message: z
      .string()
      .default('')
      .transform(cleanParagraphs)
      .pipe(z.string().min(1, code('messageMissing')).max(10_000, code('messageLong'))),
    consent: line
      .refine((value) => value !== '' || consentVersion === undefined, code('consentMissing'))
      .refine(
        (value) => !value.startsWith(AGREED) || consentVersion === undefined || value === consentValue(consentVersion),
        code('consentChanged'),
      ),
  })

/** An e-mail address with control characters in it is an attack or a fault, so it is looked at before it is cleaned. */
const withUncleanEmail = (typed: TypedForm) => /\p{Cc}/u.test(typed.email?.trim() ?? '')

/** Checks and cleans a contact form. Problems come in the order of the form, at most one for a field. */
export function readContactForm(typed: TypedForm, rules: ContactRules): ContactResult {
  const result = schemaFor(rules).safeParse(withUncleanEmail(typed) ? { ...typed, email: '\n?' } : typed)
  if (!result.success) {
    const problems = result.error.issues.map(({ path, message }) => ({
      field: path[0] as ContactField,
      code: message as ProblemCode,
    }))
    return { ok: false, problems: CONTACT_FIELDS.flatMap((field) => problems.find((p) => p.field === field) ?? []) }
  }
  const { name, email, company, phone, topic, message } = result.data
  const e164 = toE164(phone, rules.phoneCountry)
  return { ok: true, message: { name, email, company, phone: { raw: phone, e164 }, topic, message } }
}
