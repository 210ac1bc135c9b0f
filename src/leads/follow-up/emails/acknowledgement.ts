import { looksLikeLink } from '@/mail/autolinks'
import { type MailBlock, renderMail } from '@/mail/layout'
import type { ContactSubmission } from '@/payload-types'
import type { MailContent, MailSettings } from './mail-settings'

/** The name to greet somebody with; none if it looks like a link: the mail may go to a stranger, who would open it. */
export const greetedName = (name: string) => (looksLikeLink(name) ? '' : name)

/**
 * What a sender gets. It does not repeat their message: anybody can enter anybody's address, and would have us send
 * their text to it.
 */
export async function acknowledgementMail(
  { name, enquiryLabel, reference, receivedAt }: ContactSubmission,
  { texts: { mails }, moment, company, answerPromise, locale }: MailSettings,
): Promise<MailContent> {
  const blocks: MailBlock[] = [
    { paragraph: mails.greeting(greetedName(name)) },
    { paragraph: mails.acknowledgement(enquiryLabel, moment(receivedAt), answerPromise) },
    { paragraph: mails.quote(reference) },
    ...(company ? [{ paragraph: company }] : []),
    { note: mails.notYou },
  ]
  return { subject: mails.acknowledgementSubject(company, reference), ...(await renderMail(blocks, locale)) }
}
