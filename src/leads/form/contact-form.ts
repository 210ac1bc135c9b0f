import { z } from 'zod'
import type { EmailAddress } from '@/forms/email-address'
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
import type { ContactTexts } from '@/site/messages/en-contact'

/** What a person fills in, in the order of the form. */
export const CONTACT_FIELDS = ['name', 'email', 'company', 'phone', 'topic', 'message', 'consent'] as const
export type ContactField = (typeof CONTACT_FIELDS)[number]

/** Every field the form has. */
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

const schemaFor = ({ topics, consentVersion }: ContactRules) =>
  z.object({
    name: nameField,
    email: emailField,
    company: companyField,
    phone: phoneField,
    topic: lineField
      .refine((key) => key !== '' || topics.length === 0, code('topicMissing'))
      .refine((key) => key === '' || topics.includes(key), code('topicUnknown')),
    message: paragraphsField.pipe(z.string().min(1, code('messageMissing')).max(10_000, code('messageLong'))),
    consent: consentField(consentVersion),
  })

/** Checks and cleans a contact form. Problems come in the order of the form, at most one for a field. */
export function readContactForm(typed: TypedForm, rules: ContactRules): ContactResult {
  const result = schemaFor(rules).safeParse(typed)
  if (!result.success)
    return { ok: false, problems: problemsOf<ContactField, ProblemCode>(result.error, CONTACT_FIELDS) }
  const { name, email, company, phone, topic, message } = result.data
  const e164 = toE164(phone, rules.phoneCountry)
  return { ok: true, message: { name, email, company, phone: { raw: phone, e164 }, topic, message } }
}
