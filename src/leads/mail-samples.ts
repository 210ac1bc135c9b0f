import type { Payload } from 'payload'
import { renderMail } from '@/mail/layout'
import type { MailSample } from '@/mail/sample'
import type { ContactSubmission } from '@/payload-types'
import { zoneOrUtc } from '@/platform/time-zone'
import { DEFAULT_LOCALE } from '@/site/locales'
import { digestMail } from './abuse/held-digest'
import { acknowledgementMail } from './follow-up/emails/acknowledgement'
import { mailSettings } from './follow-up/emails/mail-settings'
import { salesMail } from './follow-up/emails/sales'
import { replyBlocks } from './reply/reply-text'
import { replySubject } from './reply/thread'

/** A message that nobody wrote, with all that one may have: also what must stay text. */
const SUBMISSION: ContactSubmission = {
  id: 'sample',
  state: 'accepted',
  reference: 'SAMPL-EMAIL',
  receivedAt: '2026-03-02T09:30:00.000Z',
  enquiryType: 'project',
  enquiryLabel: 'A new project',
  name: 'Ann O’Neill & Sons',
  email: 'ann@example.com',
  company: 'Sons.example <Ltd>',
  phone: '+44 20 7946 0002',
  message:
    'Hello,\n\nwe run a booking system that has outgrown its database:\n\n  - 2,000 requests a second\n  - p99 < 200 ms & rising\n\nSee https://example.com/a-rather-long-address/that-does-not-fit-into-one-line-of-a-telephone?page=1\n\nAnn',
  answers: [],
  consent: { text: 'You may store what I send in order to answer me.', version: '1' },
  attribution: {
    landingPage: '/blog/sqlite-in-production?utm_source=newsletter',
    referrer: 'https://search.example/',
    source: 'newsletter',
    medium: 'email',
    article: 'sqlite-in-production',
  },
  locale: 'en',
  key: 'sample',
  fingerprint: 'sample',
  createdAt: '2026-03-02T09:30:00.000Z',
  updatedAt: '2026-03-02T09:30:00.000Z',
}

const OTHERS = [
  { id: 'sample-2', enquiryLabel: 'Something else', receivedAt: '2026-02-12T14:05:00.000Z' },
  { id: 'sample-3', enquiryLabel: 'A new project', receivedAt: '2025-11-30T08:00:00.000Z' },
]

/** What a colleague answers to it. */
const REPLY =
  'Hello Ann,\n\nwe have done that twice: https://example.com/blog/sqlite-in-production\nWould Thursday at ten suit you?\n\nSam'

/** The mails that follow from messages, with a message that nobody wrote and the settings of the site. */
export async function leadMailSamples(payload: Payload): Promise<MailSample[]> {
  const settings = await payload.findGlobal({ slug: 'settings', depth: 0 })
  const locale = settings.defaultLocale ?? DEFAULT_LOCALE
  const words = mailSettings(settings, locale)
  const [sales, acknowledgement, held, reply] = await Promise.all([
    salesMail(SUBMISSION, words, { lead: 'sample', others: OTHERS }),
    acknowledgementMail(SUBMISSION, words),
    digestMail(
      {
        listed: [
          SUBMISSION,
          { ...SUBMISSION, id: 'sample-2', name: 'evil.example/win', message: 'Buy at evil.example' },
        ],
        more: 3,
      },
      {
        locale,
        timeZone: zoneOrUtc(settings.timeZone),
      },
    ),
    renderMail(replyBlocks(REPLY, SUBMISSION, words), locale),
  ])
  const replied = { ...reply, subject: replySubject(acknowledgement.subject) }
  return [
    { title: 'New message', whenSent: 'To the recipients of the enquiry type, at once', ...sales },
    { title: 'Acknowledgement', whenSent: 'To whoever wrote, once an hour at most', ...acknowledgement },
    { title: 'Reply', whenSent: 'To whoever wrote, when a colleague answers a lead', ...replied },
    { title: 'Held messages', whenSent: 'To the recipients of the enquiry type, once a day', ...held },
  ]
}
