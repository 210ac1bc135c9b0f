import { parseEmailAddress } from '@/forms/email-address'
import { toE164 } from '@/forms/phone-number'

export type ContactPointValue = { kind: 'email' | 'phone'; value: string }

/**
 * Reads what a colleague typed as one e-mail address or one phone number, by whether there is an @ in it.
 * @param country ISO 3166 code for numbers written without a country
 * @returns the form by which the next message or call finds its lead, or a sentence that says what to write instead
 */
export function contactPointValue(raw: string, country?: string | null): ContactPointValue | string {
  const typed = raw.trim()
  if (typed.includes('@')) {
    const email = parseEmailAddress(typed)
    return email ? { kind: 'email', value: email.identity } : 'This is no e-mail address that mail can be sent to.'
  }
  const number = toE164(typed, country)
  if (number) return { kind: 'phone', value: number }
  return /\d/.test(typed)
    ? 'Write the phone number with its country, such as +84 24 3974 1234.'
    : 'Write an e-mail address or a phone number.'
}
