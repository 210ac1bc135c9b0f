import type { Payload } from 'payload'
import { sweep } from '@/leads/follow-up/sweep'

/** What the sweeper of a site looks at when it starts. */
const WINDOW_MS = 30 * 24 * 3_600_000

/**
 * Pauses everything that restored data owe, mails and calls of webhooks: most of it went out since the backup was made,
 * and nobody but a person can tell what did not.
 * @param madeAt when the backup was made
 * @returns how many are paused
 */
export async function pauseOwed(payload: Payload, madeAt: Date): Promise<number> {
  // Of a message that came in just then the mails were not written yet; the sweeper would send them at the start.
  await sweep(payload, new Date(madeAt.getTime() - WINDOW_MS))
  const { docs } = await payload.update({
    collection: 'emails',
    where: { state: { in: ['queued', 'sending'] } },
    data: { state: 'paused' },
    depth: 0,
    overrideAccess: true,
  })
  return docs.length
}
