import { withoutAutolinks } from '@/mail/autolinks'
import { type MailBlock, renderMail } from '@/mail/layout'
import type { ContactSubmission } from '@/payload-types'
import { adminUrl } from '@/site/urls'
import type { MailContent, MailSettings } from './mail-settings'

/** Word to sales that a sender corrected the address of a message; an answer goes to the right one. */
export async function correctionMail(
  submission: ContactSubmission,
  { texts: { fields, mails }, locale }: MailSettings,
  lead: string,
): Promise<MailContent> {
  const { email, reference } = submission
  const address = submission.correctedEmail || email
  const name = withoutAutolinks(submission.name)
  const blocks: MailBlock[] = [
    { paragraph: mails.correctionIntro(name) },
    {
      facts: [
        [fields.email, address],
        [mails.addressBefore, email],
        [mails.reference, reference],
      ],
    },
    { link: { label: mails.openLead, url: adminUrl('leads', lead) } },
  ]
  const parts = await renderMail(blocks, locale)
  return { subject: mails.correctionSubject(name, reference), replyTo: { name: submission.name, address }, ...parts }
}
