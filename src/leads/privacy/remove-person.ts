import type { CollectionSlug, Payload, Where } from 'payload'
import { inTurn } from '@/platform/in-turn'
import { every } from '../every'
import { completeSubmission } from '../follow-up/complete'
import { belongings } from './belongings'
import type { Person } from './person'

/** How many documents went, by collection. */
export type Counts = Record<string, number>

/** Mails to staff of a kind that list several documents with a link to each, among them one of these. */
async function digestsOf(
  payload: Payload,
  kind: 'held-digest' | 'failed-digest',
  documents: string[],
): Promise<string[]> {
  const found: string[] = []
  for await (const { id, text } of every(payload, 'emails', { kind: { equals: kind } }, { text: true })) {
    if (documents.some((document) => text.includes(document))) found.push(id)
  }
  return found
}

/**
 * Removes everything of a person, for good: mails first, so that none that is queued goes out any more, and the leads
 * last, so that whoever finds the work half done, after a crash, still finds the rest by them. May be repeated.
 * @returns how many documents went
 * @throws Error when one could not be removed
 */
export async function removePerson(payload: Payload, { leads, contactPoints, submissions }: Person): Promise<Counts> {
  const counts: Counts = {}
  async function remove(collection: CollectionSlug, where: Where): Promise<void> {
    const { docs, errors } = await payload.delete({ collection, where, depth: 0, overrideAccess: true })
    const [failure] = errors
    if (failure) throw new Error(`Removing ${collection} ${failure.id} failed: ${failure.message}`)
    if (docs.length > 0) counts[collection] = (counts[collection] ?? 0) + docs.length
  }
  async function removeMails(where: Where): Promise<void> {
    const ids: string[] = []
    for await (const { id } of every(payload, 'emails', where, { kind: true })) ids.push(id)
    if (ids.length === 0) return
    // Before the mails themselves: after a crash in between, nothing would say which digests name them.
    for (const mails of [await digestsOf(payload, 'failed-digest', ids), ids]) {
      await remove('email-attempts', { email: { in: mails } })
      await remove('emails', { id: { in: mails } })
    }
  }

  await removeMails({ or: [{ lead: { in: leads } }, { submission: { in: submissions } }] })
  if (submissions.length > 0) await removeMails({ id: { in: await digestsOf(payload, 'held-digest', submissions) } })
  for (const submission of submissions) {
    // Whoever is at work on the message ends first: its mails would come after we looked for them.
    await inTurn(`submission ${submission}`, async () => {
      await removeMails({ submission: { equals: submission } })
      await remove('contact-submissions', { id: { equals: submission } })
    })
  }
  await payload.db.deleteMany({ collection: 'leases', where: { holder: { in: submissions } } })
  await remove('contact-points', { id: { in: contactPoints } })

  // What came in meanwhile is of somebody who is new to us.
  const later: string[] = []
  for await (const { id } of every(payload, 'contact-submissions', { lead: { in: leads } }, { key: true }))
    later.push(id)
  for (const { collection, field } of belongings(payload)) {
    if (collection !== 'contact-submissions') await remove(collection, { [field]: { in: leads } })
  }
  await remove('payload-locked-documents', { 'document.value': { in: leads } })
  // A lead that was merged refers to the one it became.
  for (const lead of leads.toReversed()) await remove('leads', { id: { equals: lead } })
  for (const id of later) await completeSubmission(payload, id)
  return counts
}
