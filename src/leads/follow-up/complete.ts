import type { Payload } from 'payload'
import { wakeDeliverer } from '@/mail/deliverer'
import { inTurn } from '@/platform/in-turn'
import { insertOnce } from '@/platform/insert-once'
import { asCorrected } from './as-corrected'
import { oweMails } from './owed-mails'
import { derivedId, idOf, upsertLead } from './upsert-lead'

const trusted = { depth: 0, overrideAccess: true, disableTransaction: true } as const

/**
 * Does what follows from a stored message: its lead, the entry on the lead's timeline, the mails it owes. Each step
 * happens once however often it is tried, so whoever finds a message half done, after a crash, calls this again.
 * A message that is held or spam is left alone.
 */
export async function completeSubmission(payload: Payload, id: string): Promise<void> {
  await inTurn(`submission ${id}`, async () => {
    const stored = await payload.findByID({ collection: 'contact-submissions', id, ...trusted })
    const submission = asCorrected(stored)
    if (submission.state !== 'accepted' && submission.state !== 'released') return

    const { phoneCountry } = await payload.findGlobal({ slug: 'settings', depth: 0 })
    const lead = submission.lead ? idOf(submission.lead) : await upsertLead(payload, submission, phoneCountry)
    if (!submission.lead) await payload.update({ collection: 'contact-submissions', id, data: { lead }, ...trusted })

    const { enquiryLabel, reference, receivedAt } = submission
    const text = `${enquiryLabel} (${reference})`
    const event = { kind: 'message' as const, lead, text, at: receivedAt, data: { submission: id } }
    await insertOnce(payload, 'lead-events', { id: derivedId(id, 'event'), ...event }, 'id')
    await oweMails(payload, submission, lead)
  })
  wakeDeliverer()
}
