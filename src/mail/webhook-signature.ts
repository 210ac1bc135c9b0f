import { createHmac, randomBytes } from 'node:crypto'

/** Secrets as Standard Webhooks writes them: 24 to 64 bytes in base64 behind a prefix. */
const SECRET = /^whsec_(?:[A-Za-z0-9+/]{4}){8,21}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

export const isWebhookSecret = (text: string) => SECRET.test(text)

export const newWebhookSecret = () => `whsec_${randomBytes(32).toString('base64')}`

/**
 * The headers that prove a call to come from us, by the rules of Standard Webhooks (standardwebhooks.com, version 1):
 * - `webhook-id` names the event: whoever has seen it ignores a repeat.
 * - `webhook-timestamp` is the time of this attempt in seconds since 1970: an old one was recorded and is played again.
 * - `webhook-signature` is `v1,` and the HMAC-SHA256, in base64, of `<id>.<timestamp>.<body>` with the bytes behind
 *   `whsec_`.
 */
export function signedHeaders(secret: string, id: string, at: Date, body: string): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const hmac = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${hmac}` }
}
