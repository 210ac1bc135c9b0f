import type { Payload, TypedUser, Where } from 'payload'
import { idOf } from '../follow-up/upsert-lead'
import { noteFirstAnswer } from '../inbox/first-answer'

/** A colleague who saves the lead at the same moment makes the write fail; it is tried again then. */
const TRIES = 3

const trusted = { depth: 0, overrideAccess: true, disableTransaction: true } as const

/** The revision of a lead before and after the change, for a form in which it is open. */
export type RevisionStep = { before: number; after: number }

/**
 * Takes a lead that was answered out of the new ones, and keeps when that was. Done again it changes nothing.
 * @param author who answered; they stand on the timeline beside the new status
 * @returns the step that the status made, if it changed
 */
export async function markContacted(
  payload: Payload,
  lead: string,
  { at, author }: { at: Date; author?: TypedUser },
): Promise<RevisionStep | undefined> {
  const where: Where = { and: [{ id: { equals: lead } }, { status: { equals: 'new' } }] }
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const data = { status: 'contacted' as const }
    const { docs, errors } = await payload.update({ collection: 'leads', where, data, user: author, ...trusted })
    if (errors.length > 0) continue
    // A lead that was not new is answered all the same.
    if (docs.length === 0) await noteFirstAnswer(payload, lead, at)
    const after = docs[0]?.revision
    return after ? { before: after - 1, after } : undefined
  }
  return undefined
}

/**
 * Marks leads as contacted whose reply was accepted just before a crash.
 * @param since replies that are older were looked at before
 */
export async function sweepReplies(payload: Payload, since: Date): Promise<void> {
  const { docs } = await payload.find({
    collection: 'emails',
    where: {
      and: [
        { kind: { equals: 'reply' } },
        { createdAt: { greater_than: since.toISOString() } },
        { 'lead.firstAnsweredAt': { exists: false } },
      ],
    },
    select: { lead: true, createdAt: true },
    limit: 200,
    pagination: false,
    joins: false,
    ...trusted,
  })
  for (const { lead, createdAt } of docs) {
    if (lead) await markContacted(payload, idOf(lead), { at: new Date(createdAt) })
  }
}
