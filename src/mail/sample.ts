import type { OwedMail } from './outbox'

/** One of the site's mails, made up for the admin's page of previews. */
export type MailSample = Pick<OwedMail, 'subject' | 'text' | 'html'> & { title: string; whenSent: string }
