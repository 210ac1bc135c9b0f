import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { v7 } from 'uuid'
import type { Env } from '@/platform/env'
import type { DeliveryError } from './delivery-outcome'
import { type OAuthSettings, oauthLogin } from './smtp-oauth'
import { redirected } from './staging'

/** A person or desk in a header. Always an object, never a string: a string is parsed, and commas in it are people. */
export type Mailbox = { name?: string; address: string }

/** Hands a mail over. */
export type MailTransport = {
  mode: 'smtp' | 'files'
  /** Resolves to what the server answered and rejects with nodemailer's error. */
  send(mail: SendMailOptions): Promise<string>
  /** Whether there is a server that answers, if only to refuse us. Without it there always is. */
  isReachable?(): Promise<boolean>
}

/** A message may name files or addresses to attach; none of ours does, and none may be made to. */
const SEALED = { disableFileAccess: true, disableUrlAccess: true }

/** A server that stopped answering is given up after these, in milliseconds. */
const TIMEOUTS = { dnsTimeout: 10_000, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 60_000 }

type SmtpSettings = Pick<Env, 'SMTP_URL'> & OAuthSettings

function smtpTransport(settings: SmtpSettings, timeouts: Partial<typeof TIMEOUTS>): MailTransport {
  // The user stands in the address in either case.
  const auth = settings.SMTP_OAUTH_TOKEN_URL ? { auth: oauthLogin(settings) } : {}
  const smtp = createTransport({ url: settings.SMTP_URL, ...auth, ...SEALED, ...TIMEOUTS, ...timeouts })
  return {
    mode: 'smtp',
    send: async (mail) => (await smtp.sendMail(mail)).response,
    isReachable: () =>
      smtp.verify().then(
        () => true,
        (error: DeliveryError) => error.responseCode !== undefined,
      ),
  }
}

/**
 * Writes each mail to a file, which mail programs open. Its name comes from the Message-ID, so that a repeat after a
 * crash replaces the file; it is moved into place, so that nobody reads half of one.
 */
function fileTransport(directory: string): MailTransport {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows', ...SEALED })
  return {
    mode: 'files',
    async send(mail) {
      const { message } = await composer.sendMail(mail)
      const id = mail.messageId?.replace(/^<|@.*$/g, '').replace(/[^\w.-]/g, '_')
      const file = join(directory, `${id || v7()}.eml`)
      await mkdir(directory, { recursive: true })
      await writeFile(`${file}.part`, message as Buffer)
      await rename(`${file}.part`, file)
      return `Written to ${file}`
    },
  }
}

/** Where mail is written to while there is no server. */
export const mailDirectory = (dataDirectory: string) => resolve(dataDirectory, 'mail')

/**
 * The transport that the environment asks for: the server of `SMTP_URL`, or files in `$DATA_DIR/mail`. On a staging site
 * it hands over to one address alone, whoever a mail is for.
 */
export function mailTransport(
  settings: SmtpSettings & Pick<Env, 'DATA_DIR' | 'STAGING_MAIL_TO'>,
  timeouts: Partial<typeof TIMEOUTS> = {},
): MailTransport {
  const { SMTP_URL, DATA_DIR, STAGING_MAIL_TO } = settings
  const transport = SMTP_URL ? smtpTransport(settings, timeouts) : fileTransport(mailDirectory(DATA_DIR))
  if (!STAGING_MAIL_TO) return transport
  return { ...transport, send: (mail) => transport.send(redirected(mail, STAGING_MAIL_TO)) }
}
