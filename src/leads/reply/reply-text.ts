import { withoutAutolinks } from '@/mail/autolinks'
import type { MailBlock } from '@/mail/layout'
import type { ContactSubmission } from '@/payload-types'
import type { MailSettings } from '../follow-up/emails/mail-settings'

type Answered = Pick<ContactSubmission, 'name' | 'receivedAt' | 'message'>

/** Who wrote the quoted message, and when: the line above a quote. */
export const quoteIntro = ({ name, receivedAt }: Answered, { texts, moment }: MailSettings): string =>
  texts.mails.quoteIntro(withoutAutolinks(name), moment(receivedAt))

/** A reply as a colleague typed it, and below it the message that it answers. */
export const replyBlocks = (typed: string, answered: Answered, settings: MailSettings): MailBlock[] => [
  { typed },
  { paragraph: quoteIntro(answered, settings) },
  { quote: answered.message },
]

/** The line above a quote and the quote, at the end of a plain part. */
const QUOTE = /\n\n[^\n]+\n\n(?:> .*\n)+$/

/** The plain part of a reply without the message below it, for a timeline on which that stands already. */
export const withoutQuote = (text: string): string => text.replace(QUOTE, '').trimEnd()
