import { signLink } from '@/forms/signed-link'
import { env } from '@/platform/env'
import { absoluteUrl, mailLinkPath } from '@/site/urls'

/** What a colleague may do by a link in a mail, without signing in. */
export type MailLink = 'release' | 'answered'

export const isMailLink = (name: string): name is MailLink => name === 'release' || name === 'answered'

/** Mails are read after a holiday, too. */
const LIFETIME_MS = 30 * 24 * 3_600_000

/**
 * The address behind a link in a mail. Whoever has the mail may follow it, so it does no more than the mail tells
 * anyway, and it is a page: mail scanners open every link, and must not act by that.
 */
export function mailLinkUrl(name: MailLink, submission: string, now = new Date()): string {
  const expiresAt = new Date(now.getTime() + LIFETIME_MS)
  return absoluteUrl(mailLinkPath(name, signLink(env().PAYLOAD_SECRET, name, submission, expiresAt)))
}
