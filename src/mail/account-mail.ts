import type { EmailAdapter } from 'payload'
import { env } from '@/platform/env'
import { sender } from './sender'
import { mailTransport } from './transport'

const LIMIT_MS = 5_000

/**
 * Payload's own mail, such as a link to set a new password. It never enters the outbox, which sales can read, and is
 * sent in the background: how long an answer takes must not tell whether an account exists.
 */
export const accountMail: EmailAdapter<void> = ({ payload }) => ({
  name: 'account-mail',
  // Payload puts these into messages; the real sender is known only once the settings can be read.
  defaultFromAddress: 'no-reply@localhost',
  defaultFromName: '',
  async sendEmail(message) {
    const limits = {
      dnsTimeout: LIMIT_MS,
      connectionTimeout: LIMIT_MS,
      greetingTimeout: LIMIT_MS,
      socketTimeout: LIMIT_MS,
    }
    const transport = mailTransport(env(), limits)
    const sent = sender(payload).then((from) => transport.send({ ...message, from }))
    sent.catch((error) => payload.logger.error({ err: error, msg: 'Account mail was not sent' }))
  },
})
