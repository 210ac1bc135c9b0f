import { randomUUID } from 'node:crypto'
import type { CollectionSlug, Payload, Where } from 'payload'
import { recordAudit } from '@/audit/record'
import { insertOnce } from '@/platform/insert-once'
import { zoneOrUtc } from '@/platform/time-zone'
import { every } from '../every'
import { withholdAcknowledgement } from '../follow-up/acknowledgement-claim'
import { idOf } from '../follow-up/upsert-lead'
import { belongings } from './belongings'
import { withMerged } from './person'
import { removePerson } from './remove-person'
import { keptSince, nightOf } from './retention-time'

/** One night removes at most so many of a kind; the rest waits for the next. */
const MOST_A_NIGHT = 2000

/** So many are removed at a time. */
const BATCH = 100

const DAY_MS = 24 * 3_600_000

/** Mail that is on its way, or waits for a person: neither it nor what it is about is removed. */
const OWED = ['queued', 'sending', 'failed', 'paused']

/** Ids that match, at most a night's worth, and none that is kept for a reason of its own. */
async function idsOf(
  payload: Payload,
  collection: CollectionSlug,
  where: Where,
  isKept: (id: string) => Promise<boolean> = async () => false,
): Promise<string[]> {
  const ids: string[] = []
  for await (const { id } of every(payload, collection, where, { createdAt: true })) {
    if (!(await isKept(String(id)))) ids.push(String(id))
    if (ids.length === MOST_A_NIGHT) break
  }
  return ids
}

async function isAny(payload: Payload, collection: CollectionSlug, where: Where): Promise<boolean> {
  return (await payload.count({ collection, where, overrideAccess: true })).totalDocs > 0
}

/** Removes documents in batches. @returns how many */
async function remove(payload: Payload, collection: CollectionSlug, ids: string[]): Promise<number> {
  for (let start = 0; start < ids.length; start += BATCH) {
    const where = { id: { in: ids.slice(start, start + BATCH) } }
    await payload.db.deleteMany({ collection, where })
  }
  return ids.length
}

async function expireMails(payload: Payload, before: string): Promise<number> {
  const sent: Where = { and: [{ state: { equals: 'sent' } }, { sentAt: { less_than: before } }] }
  const late: Where = { and: [{ state: { equals: 'late' } }, { notAfter: { less_than: before } }] }
  const where: Where = { or: [sent, late] }
  const ids: string[] = []
  for await (const { id, kind, submission } of every(payload, 'emails', where, { kind: true, submission: true })) {
    // The sweeper would take a message whose acknowledgement is gone for one that never had any.
    if (kind === 'contact-acknowledgement' && submission) await withholdAcknowledgement(payload, idOf(submission))
    ids.push(id)
    if (ids.length === MOST_A_NIGHT) break
  }
  for (const id of ids) await payload.db.deleteMany({ collection: 'email-attempts', where: { email: { equals: id } } })
  return remove(payload, 'emails', ids)
}

/** Messages that somebody decided about, and of which no mail is owed any more. */
async function expireMessages(payload: Payload, before: string): Promise<number> {
  const where: Where = {
    and: [{ state: { in: ['accepted', 'released', 'spam'] } }, { receivedAt: { less_than: before } }],
  }
  const ids = await idsOf(payload, 'contact-submissions', where, (id) =>
    isAny(payload, 'emails', { and: [{ submission: { equals: id } }, { state: { in: OWED } }] }),
  )
  for (const id of ids) {
    const about = { submission: { equals: id } }
    // SQLite forgets the message by itself; MongoDB would keep its id.
    await payload.update({
      collection: 'emails',
      where: about,
      data: { submission: null },
      depth: 0,
      overrideAccess: true,
    })
    await payload.db.deleteMany({ collection: 'leases', where: { holder: { equals: id } } })
  }
  return remove(payload, 'contact-submissions', ids)
}

/** Leads of whom no message is kept any more, no mail is owed, and with whom nothing happened since. */
async function expireLeads(payload: Payload, since: string): Promise<number> {
  const withMessages = new Set<string>()
  for await (const { lead } of every(payload, 'contact-submissions', {}, { lead: true })) {
    if (lead) withMessages.add(idOf(lead))
  }
  const isActive = async (lead: string): Promise<boolean> => {
    if (withMessages.has(lead)) return true
    for (const { at, collection, field } of belongings(payload)) {
      const lately = { [at]: { greater_than_equal: since } }
      if (await isAny(payload, collection, { and: [{ [field]: { equals: lead } }, lately] })) return true
    }
    return isAny(payload, 'emails', { and: [{ lead: { equals: lead } }, { state: { in: OWED } }] })
  }
  const ids = await idsOf(payload, 'leads', { updatedAt: { less_than: since } }, isActive)
  for (const id of ids) {
    const leads = await withMerged(payload, [id])
    await removePerson(payload, { leads, contactPoints: [], submissions: [], marks: [] })
  }
  return ids.length
}

async function expireAudit(payload: Payload, before: string): Promise<number> {
  return remove(payload, 'audit-entries', await idsOf(payload, 'audit-entries', { at: { less_than: before } }))
}

/** In this order: a lead goes when its last message is gone. */
const EXPIRIES = [
  { setting: 'emails', collection: 'emails', expire: expireMails },
  { setting: 'messages', collection: 'contact-submissions', expire: expireMessages },
  { setting: 'leads', collection: 'leads', expire: expireLeads },
  { setting: 'audit', collection: 'audit-entries', expire: expireAudit },
] as const

/**
 * Removes what was kept as long as the settings say, and says what it was, in the log and in the audit log. What is owed
 * stays: mail that is not sent, and held messages that nobody decided about.
 * @returns how many documents of each kind that has a time went
 */
export async function expire(payload: Payload, now = new Date()): Promise<Record<string, number>> {
  const { retention } = await payload.findGlobal({ slug: 'settings', depth: 0 })
  const removed: Record<string, number> = {}
  for (const { setting, collection, expire: expireKind } of EXPIRIES) {
    const months = retention?.[setting]
    if (!months) continue
    const count = await expireKind(payload, keptSince(now, months).toISOString())
    removed[collection] = count
    if (count > 0)
      await recordAudit(payload, null, { action: 'expire', entity: collection, counts: { [collection]: count } })
  }
  if (Object.keys(removed).length > 0) payload.logger.info({ msg: 'Removed what was kept long enough', removed })
  return removed
}

/** Does `expire` once a night, in whichever process comes first: the unique name of the lease decides. */
export async function expireNightly(payload: Payload, now = new Date()): Promise<void> {
  const { timeZone } = await payload.findGlobal({ slug: 'settings', depth: 0 })
  const night = nightOf(now, zoneOrUtc(timeZone))
  if (!night) return
  const name = `retention:${night}`
  if (await isAny(payload, 'leases', { name: { equals: name } })) return
  const expiresAt = new Date(now.getTime() + 2 * DAY_MS).toISOString()
  const { inserted } = await insertOnce(payload, 'leases', { name, holder: randomUUID(), expiresAt }, 'name')
  if (inserted) await expire(payload, now)
}
