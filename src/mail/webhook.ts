import type { Payload } from 'payload'
import { env, isStaging } from '@/platform/env'
import { type GuardedResponse, guardedFetch } from '@/platform/guarded-fetch'
import { isPublicAddress } from '@/platform/public-address'
import type { HandOver } from './attempt'
import type { DeliveryOutcome } from './delivery-outcome'
import { signedHeaders } from './webhook-signature'

/** The answer of a webhook is kept with the attempt; nobody reads more of it. */
const LIMITS = { timeoutMs: 15_000, maxBytes: 64 * 1024 }

const REPLY_LENGTH = 500

/** Request Timeout and Too Many Requests are the 4xx that say "not now". */
const NOT_NOW = [408, 429]

/** Reads the answer to a call: 2xx took it, and other 4xx never will. A redirect is not followed, and is no answer. */
export function outcomeOfAnswer({ status, body }: Pick<GuardedResponse, 'status' | 'body'>): DeliveryOutcome {
  const reply = `${status} ${body.toString('utf8').slice(0, REPLY_LENGTH)}`.trim()
  if (status >= 200 && status < 300) return { outcome: 'sent', reply }
  return { outcome: status >= 400 && status < 500 && !NOT_NOW.includes(status) ? 'refused' : 'deferred', reply }
}

/** The secret is asked for at each attempt: a changed one holds for what is owed already. Empty: no webhook is set. */
async function secretOf(payload: Payload): Promise<string> {
  const { webhookSecret, webhookUrl } = await payload.findGlobal({
    slug: 'notifications',
    depth: 0,
    overrideAccess: true,
  })
  return webhookUrl ? (webhookSecret ?? '') : ''
}

/**
 * Calls the webhook that a row of the outbox names: its text is the body, in JSON, and its id names the event in every
 * attempt.
 * @param allow which addresses may be called: a test has its server on this machine
 */
export const byWebhook =
  (payload: Payload, allow: (address: string) => boolean = isPublicAddress): HandOver =>
  async ({ id, text, url }, ending) => {
    // What a staging site tells is not true, and a CRM would not know.
    if (isStaging(env())) return { outcome: 'refused', reply: 'A staging site calls no webhook' }
    try {
      const secret = await secretOf(payload)
      if (!secret || !url) return { outcome: 'refused', reply: 'There is no webhook any more' }
      const headers = {
        'content-type': 'application/json',
        'user-agent': 'site-webhook',
        ...signedHeaders(secret, id, new Date(), text),
      }
      const request = { method: 'POST', headers, body: text, allow, signal: ending, ...LIMITS } as const
      return outcomeOfAnswer(await guardedFetch(url, request))
    } catch (error) {
      return { outcome: 'error', reply: String((error as Error).message || error).slice(0, REPLY_LENGTH) }
    }
  }
