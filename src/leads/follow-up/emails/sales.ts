import type { Attribution } from '@/forms/attribution'
import { withoutAutolinks } from '@/mail/autolinks'
import { type MailBlock, renderMail } from '@/mail/layout'
import type { ContactSubmission } from '@/payload-types'
import type { ContactTexts } from '@/site/messages/en-contact'
import { adminUrl } from '@/site/urls'
import { mailLinkUrl } from '../../links/mail-link-url'
import type { MailContent, MailSettings } from './mail-settings'

/** Another message of the person who wrote. */
export type OtherMessage = Pick<ContactSubmission, 'id' | 'enquiryLabel' | 'receivedAt'>

type Row = [label: string, value: string | null | undefined]

const filled = (rows: Row[]) => rows.filter((row): row is [string, string] => Boolean(row[1]))

/** The attribution as rows; a campaign's parts stand together. */
function wayHere(texts: ContactTexts['mails']['attribution'], way: Attribution): [string, string][] {
  const campaign = [way.source, way.medium, way.campaign].filter(Boolean).join(' / ')
  return filled([
    [texts.article, way.article],
    [texts.landingPage, way.landingPage],
    [texts.referrer, way.referrer],
    [texts.campaign, campaign],
  ])
}

const linkLess = (rows: [string, string][]) => rows.map(([label, value]) => [label, withoutAutolinks(value)] as const)

/**
 * What sales reads of a new message: all of it, so that an answer needs no sign-in. The message and the address stand in
 * it letter by letter; what else was typed looks the same, and is no link.
 * @param lead id of the person who wrote
 * @param others what the same person wrote besides, the latest first
 */
export function salesMail(
  submission: ContactSubmission,
  { texts, moment, locale }: MailSettings,
  { lead, others }: { lead: string; others: OtherMessage[] },
): Promise<MailContent> {
  const { email, company, phone, enquiryLabel, message, receivedAt, reference, attribution, consent } = submission
  const { fields, mails } = texts
  const name = withoutAutolinks(submission.name)
  const way = wayHere(mails.attribution, (attribution ?? {}) as Attribution)
  const blocks: MailBlock[] = [
    { paragraph: mails.salesIntro(name) },
    { quote: message },
    {
      facts: [
        [fields.name, name],
        [fields.email, email],
        ...linkLess(
          filled([
            [fields.company, company],
            [fields.phone, phone],
            [fields.topic, enquiryLabel],
            [mails.received, moment(receivedAt)],
            [mails.reference, reference],
            [fields.consent, consent?.text],
          ]),
        ),
      ],
    },
    ...(way.length > 0 ? [{ heading: mails.wayHere }, { facts: linkLess(way) }] : []),
    { link: { label: mails.openLead, url: adminUrl('leads', lead) } },
    {
      links: [
        { label: mails.openMessage, url: adminUrl('contact-submissions', submission.id) },
        { label: mails.answeredElsewhere, url: mailLinkUrl('answered', submission.id) },
      ],
    },
  ]
  if (others.length > 0) {
    const links = others.map(({ id, enquiryLabel: topic, receivedAt: at }) => ({
      label: mails.otherMessage(topic, moment(at)),
      url: adminUrl('contact-submissions', id),
    }))
    blocks.push({ heading: mails.otherMessages }, { links })
  }
  const subject = mails.salesSubject(enquiryLabel, name, reference)
  return renderMail(blocks, locale).then((parts) => ({
    subject,
    replyTo: { name: submission.name, address: email },
    ...parts,
  }))
}
