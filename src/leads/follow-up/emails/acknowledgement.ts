import { renderMail } from '@/mail/layout'
import type { OwedMail } from '@/mail/outbox'
import type { ContactSubmission } from '@/payload-types'
import type { MailSettings } from './sales'

/**
 * What a sender gets. It does not repeat their message: anybody can enter anybody's address, and would have us send
 * their text to it.
 */
export function acknowledgementMail(
  { name, enquiryLabel, reference, locale }: ContactSubmission,
  { texts: { mails }, received, company }: MailSettings,
): Pick<OwedMail, 'subject' | 'text' | 'html'> {
  const blocks = [
    { paragraph: mails.greeting(name) },
    { paragraph: mails.acknowledgement(enquiryLabel, received) },
    { paragraph: mails.quote(reference) },
    ...(company ? [{ paragraph: company }] : []),
    { paragraph: mails.notYou },
  ]
  return { subject: mails.acknowledgementSubject(company, reference), ...renderMail(blocks, locale) }
}
