import { APIError, addDataAndFileToRequest, type Endpoint, Forbidden, type Payload } from 'payload'
import { isAdmin } from '@/access/roles'
import { parseEmailAddress } from '@/forms/email-address'
import { env } from '@/platform/env'
import { DEFAULT_LOCALE } from '@/site/locales'
import { messages } from '@/site/messages'
import { outcomeOf } from './delivery-outcome'
import { renderMail } from './layout'
import { sender } from './sender'
import { type MailTransport, mailTransport } from './transport'

/** A person waits for the answer. */
const LIMIT_MS = 15_000

/** What became of a test mail, and what the server, or the way to it, said about it. */
export type TestMailResult = { sent: boolean; mode: MailTransport['mode']; answer: string }

/** A phase that never ends must not outlive the answer either. */
const ownTransport = (limitMs: number) =>
  mailTransport(env(), {
    dnsTimeout: limitMs,
    connectionTimeout: limitMs,
    greetingTimeout: limitMs,
    socketTimeout: limitMs,
  })

/**
 * Sends a mail at once, past the outbox, so that whoever sets up mail sees what the server says. Nothing of it is kept.
 * @param limitMs after which no answer is the answer
 */
export async function sendTestMail(
  payload: Payload,
  to: string,
  { limitMs = LIMIT_MS, transport = ownTransport(limitMs) }: { limitMs?: number; transport?: MailTransport } = {},
): Promise<TestMailResult> {
  const { mode } = transport
  const { defaultLocale, companyName } = await payload.findGlobal({ slug: 'settings', depth: 0 })
  const locale = defaultLocale ?? DEFAULT_LOCALE
  const { mail } = messages(locale)
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${limitMs / 1000} s`)), limitMs)
  })
  try {
    const parts = await renderMail([{ paragraph: mail.testText(env().SITE_URL) }], locale)
    const sending = transport.send({
      from: await sender(payload),
      to: { name: '', address: to },
      subject: mail.testSubject(companyName ?? ''),
      ...parts,
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
    return { sent: true, mode, answer: await Promise.race([sending, limit]) }
  } catch (error) {
    return { sent: false, mode, answer: outcomeOf(error as Error).reply }
  } finally {
    clearTimeout(timer)
  }
}

/** `POST /api/emails/test` with `{ to }`, for admins: answers with a `TestMailResult`, also when the mail was refused. */
export const testMailEndpoint: Endpoint = {
  path: '/test',
  method: 'post',
  async handler(req) {
    if (!isAdmin(req.user)) throw new Forbidden(req.t)
    await addDataAndFileToRequest(req)
    const to = req.data?.to
    const address = typeof to === 'string' ? parseEmailAddress(to.trim())?.address : undefined
    if (!address) throw new APIError('Enter one e-mail address.', 400)
    return Response.json(await sendTestMail(req.payload, address))
  },
}
