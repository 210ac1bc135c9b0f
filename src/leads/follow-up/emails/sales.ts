import type { Attribution } from '@/forms/attribution'
import { type MailBlock, renderMail } from '@/mail/layout'
import type { OwedMail } from '@/mail/outbox'
import type { ContactSubmission } from '@/payload-types'
import type { ContactTexts } from '@/site/messages/en-contact'

export type MailSettings = {
  texts: ContactTexts
  /** When the message was received, in the words and the zone of the site. */
  received: string
  /** The company's name, empty until somebody enters it. */
  company: string
}

/** The attribution as rows; a campaign's parts stand together. */
function wayHere(texts: ContactTexts['mails']['attribution'], way: Attribution): [string, string][] {
  const campaign = [way.source, way.medium, way.campaign].filter(Boolean).join(' / ')
  const rows: [string, string | undefined][] = [
    [texts.article, way.article],
    [texts.landingPage, way.landingPage],
    [texts.referrer, way.referrer],
    [texts.campaign, campaign],
  ]
  return rows.filter((row): row is [string, string] => Boolean(row[1]))
}

/** What sales reads of a new message: all of it, so that an answer needs no sign-in. */
export function salesMail(
  submission: ContactSubmission,
  { texts, received }: MailSettings,
  adminUrl: string,
): Pick<OwedMail, 'subject' | 'text' | 'html' | 'replyTo'> {
  const { name, email, company, phone, enquiryLabel, message, reference, attribution, locale } = submission
  const { fields, mails } = texts
  const facts: [string, string | null | undefined][] = [
    [fields.name, name],
    [fields.email, email],
    [fields.company, company],
    [fields.phone, phone],
    [fields.topic, enquiryLabel],
    [mails.received, received],
    [mails.reference, reference],
  ]
  const way = wayHere(mails.attribution, (attribution ?? {}) as Attribution)
  const blocks: MailBlock[] = [
    { paragraph: mails.salesIntro(name) },
    { quote: message },
    { facts: facts.filter((fact): fact is [string, string] => Boolean(fact[1])) },
    ...(way.length > 0 ? [{ facts: way }] : []),
    { link: { label: mails.openInAdmin, url: adminUrl } },
  ]
  return {
    subject: mails.salesSubject(enquiryLabel, name, reference),
    replyTo: { name, address: email },
    ...renderMail(blocks, locale),
  }
}
