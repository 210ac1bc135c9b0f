import type { OwedMail } from '@/mail/outbox'
import type { Setting } from '@/payload-types'
import { zoneOrUtc } from '@/platform/time-zone'
import { formatMoment } from '@/site/dates'
import { messages } from '@/site/messages'
import type { ContactTexts } from '@/site/messages/en-contact'

/** What a mail about a message says, to whomever it is owed. */
export type MailContent = Pick<OwedMail, 'subject' | 'text' | 'html' | 'replyTo'>

/** The words that a mail is written in, and whose they are. */
export type MailSettings = {
  locale: string
  texts: ContactTexts
  /** A moment in the words of the language and the zone of the site. */
  moment: (at: string) => string
  /** The company's name, empty until somebody enters it. */
  company: string
  /** When messages are answered, to end a sentence with; empty while nothing is promised. */
  answerPromise: string
}

export const mailSettings = (
  { companyName, timeZone, answerPromise }: Pick<Setting, 'companyName' | 'timeZone' | 'answerPromise'>,
  locale: string,
): MailSettings => ({
  locale,
  texts: messages(locale).contact,
  moment: (at) => formatMoment(at, locale, zoneOrUtc(timeZone)),
  company: companyName ?? '',
  answerPromise: answerPromise ?? '',
})
