import { APIError, type CollectionSlug, type Payload } from 'payload'
import { v5 } from 'uuid'
import { recordAudit } from '@/audit/record'
import type { Lead } from '@/payload-types'
import { insertOnce } from '@/platform/insert-once'
import { underLease } from '@/platform/lease'
import { watchedValue } from '../inbox/lead-changes'
import { staffNames, wordsOfLead } from '../inbox/lead-words'
import { revisionIs } from '../inbox/revisions'
import { describeLead, foldLeads } from './fold'
import { survivorOf } from './survivor'

/** Merges take turns in all processes, so that two that cross cannot make a circle; they are rare. */
const LEASE = 'merging leads'
const LEASE_SECONDS = 120
const TRIES = 20
const PAUSE_MS = 150

/** For so long a merged lead is looked at for what reached it late: a message that had found it before it was merged. */
const LATE_MS = 3_600_000

const trusted = { depth: 0, overrideAccess: true } as const
const readLead = (payload: Payload, id: string) =>
  payload.findByID({ collection: 'leads', id, joins: false, ...trusted })
const refusal = (message: string) => new APIError(message, 409, undefined, true)

/** Every collection that says by a field `lead` whose it is; what a feature adds later moves, too. */
const movedCollections = ({ config }: Payload): CollectionSlug[] =>
  config.collections
    .filter(({ flattenedFields }) =>
      flattenedFields.some((field) => field.name === 'lead' && 'relationTo' in field && field.relationTo === 'leads'),
    )
    .map(({ slug }) => slug as CollectionSlug)

/** Writes to a lead as it was just read, until nobody has changed it in between. */
async function writeAsRead(payload: Payload, id: string, change: (lead: Lead) => Partial<Lead>): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const lead = await readLead(payload, id)
    const revision = lead.revision ?? 0
    const written = await payload.db.updateOne({
      collection: 'leads',
      where: { and: [{ id: { equals: id } }, revisionIs(revision)] },
      data: { ...change(lead), revision: revision + 1, updatedAt: new Date().toISOString() },
      options: { atomic: true },
    })
    if (written) return
  }
  throw refusal('This lead is being changed all the time. Try again in a moment.')
}

/** Only the relation is written, so that what the deliverer notes of a mail at the same moment stays. */
async function move(payload: Payload, from: string, into: string): Promise<void> {
  for (const collection of movedCollections(payload)) {
    const where = { lead: { equals: from } }
    await payload.db.updateMany({ collection, where, data: { lead: into }, returning: false })
  }
}

/**
 * Does what is left of a merge: moves all that belongs to the merged lead, and adds what the other lacks. Done again it
 * changes nothing, so whoever finds one half done, after a crash, calls this.
 */
export async function finishMerge(payload: Payload, id: string): Promise<void> {
  const merged = await readLead(payload, id)
  const into = await survivorOf(payload, id)
  if (into === id) return
  await move(payload, id, into)
  if (merged.mergedAt) return
  await writeAsRead(payload, into, (kept) => foldLeads(kept, merged))
  await payload.db.updateOne({
    collection: 'leads',
    id,
    data: { mergedAt: new Date().toISOString() },
    returning: false,
  })
}

/** Tells on the timeline who merged a lead and what stood in it, before anything of it goes elsewhere. */
async function tell(payload: Payload, merged: Lead, into: string, author: string): Promise<void> {
  const names = await staffNames(payload, [watchedValue(merged, 'owner')])
  const kept = await readLead(payload, into)
  const text = `Merged: “${merged.name}” into “${kept.name}”. It had:\n${describeLead(merged, wordsOfLead(names))}`
  const id = v5(`merged into ${into}`, merged.id)
  const data = { merged: merged.id, revision: (kept.revision ?? 0) + 1 }
  const event = { id, lead: merged.id, kind: 'change' as const, text, at: new Date().toISOString(), author, data }
  await insertOnce(payload, 'lead-events', event, 'id')
}

async function mergeNow(payload: Payload, from: string, into: string, author: string): Promise<string> {
  const [start, survivor] = await Promise.all([survivorOf(payload, from), survivorOf(payload, into)])
  // Merged before, in this direction or the other: at most the rest is to be done.
  if (start === survivor) {
    for (const id of [from, into]) await finishMerge(payload, id)
    return survivor
  }
  if (start !== from) throw refusal('This lead was merged into another one already.')
  await tell(payload, await readLead(payload, from), survivor, author)
  await writeAsRead(payload, from, () => ({ mergedInto: survivor }))
  const actor = await payload.findByID({ collection: 'users', id: author, disableErrors: true, ...trusted })
  await recordAudit(payload, actor, { action: 'merge', entity: 'leads', document: from, fields: ['mergedInto'] })
  await finishMerge(payload, from)
  return survivor
}

/**
 * Merges a lead into another: all that belongs to it moves there, and it stays as a sign of where it went. That sign
 * is the decision; what follows from it is repeated until it is done, by whoever asks again or by the sweeper.
 * @param author id of the member of staff who decided
 * @returns the id of the lead that stays: another than `into` if that was merged itself
 * @throws APIError 409 if the lead was merged elsewhere, or too many merges are under way
 */
export async function mergeLeads(
  payload: Payload,
  { from, into, author }: { from: string; into: string; author: string },
): Promise<string> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const kept = await underLease(payload, LEASE, LEASE_SECONDS, () => mergeNow(payload, from, into, author))
    if (kept) return kept
    await new Promise((done) => setTimeout(done, PAUSE_MS))
  }
  throw refusal('Another merge is under way. Try again in a moment.')
}

/** Finishes the merges that a crash left half done, and moves what reached a merged lead late. */
export async function sweepMerges(payload: Payload, now = new Date()): Promise<void> {
  const late = new Date(now.getTime() - LATE_MS).toISOString()
  const { docs } = await payload.find({
    collection: 'leads',
    where: {
      and: [
        { mergedInto: { exists: true } },
        { or: [{ mergedAt: { exists: false } }, { mergedAt: { greater_than: late } }] },
      ],
    },
    select: { mergedInto: true },
    limit: 200,
    pagination: false,
    joins: false,
    ...trusted,
  })
  for (const { id } of docs) await finishMerge(payload, id)
}
