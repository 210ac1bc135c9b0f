import type { Payload } from 'payload'
import { pauseReminders } from '@/booking/follow-up/reminders'
import { sweepMeetings } from '@/booking/follow-up/sweep'
import { sweep } from '@/leads/follow-up/sweep'
import { pausedMails } from '@/mail/queries'

/** How far back a site looks at its meetings when it starts; at messages, for ever. */
const MEETINGS_MS = 30 * 24 * 3_600_000

/**
 * Pauses everything that restored data owe or will owe by themselves, mails, reminders and calls of webhooks: most of it
 * went out since the backup was made, and nobody but a person can tell what did not.
 * @param madeAt when the backup was made
 * @returns how many are paused
 */
export async function pauseOwed(payload: Payload, madeAt: Date): Promise<number> {
  // Of a message that came in just then the mails were not written yet; the sweeper would send them at the start.
  await sweep(payload, new Date(0))
  await sweepMeetings(payload, new Date(madeAt.getTime() - MEETINGS_MS))
  await pauseReminders(payload, new Date())
  await payload.update({
    collection: 'emails',
    where: { state: { in: ['queued', 'sending'] } },
    data: { state: 'paused' },
    depth: 0,
    overrideAccess: true,
  })
  return pausedMails(payload)
}
