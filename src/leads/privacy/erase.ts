import { type Payload, type TypedUser } from 'payload'
import { v5, v7 } from 'uuid'
import { recordAudit } from '@/audit/record'
import { env } from '@/platform/env'
import { insertOnce } from '@/platform/insert-once'
import { underLease } from '@/platform/lease'
import { type Erasure, noteErasure } from './erasure-journal'
import { findPerson } from './person'
import { type Counts, removePerson } from './remove-person'

const sum = (one: Counts, other: Counts): Counts =>
  Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])].map((key) => [key, (one[key] ?? 0) + (other[key] ?? 0)]),
  )

/** Who erases; the id of a colleague whose account is gone is not known any more. */
type Actor = Pick<TypedUser, 'name'> & Partial<Pick<TypedUser, 'id' | 'email'>>

/** Does an erasure, or what is left of it, and writes down what went, also in the audit log. */
async function finish(payload: Payload, erasure: Erasure, { actor, lead }: { actor: Actor; lead?: string }) {
  const { id, erasedAt, leads, marks } = erasure
  const entry = { id, erasedAt, leads, marks, by: actor.name, counts: {}, done: false }
  const { document } = await insertOnce(payload, 'erasures', entry, 'id')
  const person = await findPerson(payload, erasure, erasedAt)
  const counts = sum((document.counts ?? {}) as Counts, await removePerson(payload, person))
  const event = { id: v5('erase', id), action: 'erase' as const, entity: 'leads', document: lead, counts }
  await recordAudit(payload, { id: '', ...actor }, event)
  await payload.update({ collection: 'erasures', id, data: { counts, done: true }, depth: 0, overrideAccess: true })
  return counts
}

/**
 * Erases a person, for good: the lead, those merged into it, their addresses, messages, mails and everything else that
 * belongs to them. What stays is that somebody was erased. It is noted first, on the disk and in the database, so that
 * an erasure that a crash interrupts is finished afterwards.
 * @param lead id of one of their leads
 * @throws what the file system or the database threw; if before the erasure was noted, nothing was erased
 */
export async function eraseLead(payload: Payload, lead: string, actor: TypedUser, now = new Date()): Promise<Counts> {
  const erasedAt = now.toISOString()
  const { leads, marks } = await findPerson(payload, { leads: [lead], marks: [] }, erasedAt)
  const erasure = { id: v7(), erasedAt, leads, marks }
  await noteErasure(env().DATA_DIR, erasure)
  return finish(payload, erasure, { actor, lead })
}

/**
 * Does erasures again, as after the restore of a backup that is older than they are; what is gone already is no error,
 * and what came after an erasure stays. See `readErasures` for those that the journal knows.
 * @returns how many documents went
 */
export async function applyErasures(payload: Payload, erasures: Erasure[]): Promise<Counts> {
  let counts: Counts = {}
  for (const erasure of erasures) {
    const person = await findPerson(payload, erasure, erasure.erasedAt)
    counts = sum(counts, await removePerson(payload, person))
    const { id, erasedAt, leads, marks } = erasure
    // The backup may be older than the entry, too.
    const entry = { id, erasedAt, leads, marks, by: 'a restore', counts: {}, done: true }
    await insertOnce(payload, 'erasures', entry, 'id')
  }
  return counts
}

/** The colleague of that name, with their account if it is one alone's. */
async function colleague(payload: Payload, name: string): Promise<Actor> {
  const where = { name: { equals: name } }
  const query = { collection: 'users', where, limit: 2, pagination: false, depth: 0, overrideAccess: true } as const
  const [found, ...others] = (await payload.find(query)).docs
  return found && others.length === 0 ? { id: found.id, name, email: found.email } : { name }
}

/** Finishes erasures that a crash interrupted. */
export async function finishErasures(payload: Payload): Promise<void> {
  const { docs } = await payload.find({
    collection: 'erasures',
    where: { done: { equals: false } },
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  if (docs.length === 0) return
  await underLease(payload, 'erasures', 600, async () => {
    for (const { id, erasedAt, by, leads, marks } of docs) {
      const erasure = { id, erasedAt, leads: leads as string[], marks: marks as string[] }
      await finish(payload, erasure, { actor: await colleague(payload, by), lead: erasure.leads[0] })
    }
  })
}
