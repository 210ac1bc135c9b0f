import type { Payload, PayloadRequest } from 'payload'
import { type Actor, mayServeLeads } from '@/access/roles'
import { heldMessages } from '@/leads/queries'
import { mailStatus } from '@/mail/queries'
import { type Attention, attentionFor, whereOf } from './attention'

/** So many of the newest are named; the list shows the rest. */
const NAMED = 3

export type Found = Attention & { total: number; documents: { id: string; title: string }[] }

/** Counts and names what somebody may see of a kind: access rules apply as they do in the list itself. */
async function look(attention: Attention, req: PayloadRequest): Promise<Found> {
  const { about, collection, draft, title } = attention
  const { docs, totalDocs } = await req.payload.find({
    collection,
    where: whereOf(attention),
    draft,
    ...(about
      ? { select: { [about.field]: true }, populate: { [about.collection]: { [title]: true } }, depth: 1 }
      : { select: { [title]: true }, depth: 0 }),
    sort: '-createdAt',
    limit: NAMED,
    overrideAccess: false,
    user: req.user,
    req,
  })
  const documents = docs.map((found) => {
    const row = found as unknown as Record<string, unknown>
    const document = about ? (row[about.field] as Record<string, unknown>) : row
    const named = document[title]
    return { id: String(document.id), title: typeof named === 'string' && named ? named : 'Untitled' }
  })
  return { ...attention, total: totalDocs, documents }
}

/** What needs the person who asks, the most urgent first; kinds of which nothing waits are left out. */
export async function needsAttention(req: PayloadRequest): Promise<Found[]> {
  const looked = await Promise.all(attentionFor(req.user).map((attention) => look(attention, req)))
  return looked.filter(({ total }) => total > 0)
}

/** A number beside the link of a collection in the navigation, and what it counts. */
export type NavCount = { collection: 'emails' | 'contact-submissions'; count: number; what: string }

/** How many mails failed, or wait while none is sent, and how many messages are held, for those who serve leads. */
export async function navCounts(payload: Payload, actor: Actor | null | undefined): Promise<NavCount[]> {
  if (!mayServeLeads(actor)) return []
  const [{ failed, waiting, isServerAway, isStuck }, held] = await Promise.all([
    mailStatus(payload),
    heldMessages(payload),
  ])
  const isHalted = isServerAway || isStuck
  const counts: NavCount[] = [
    { collection: 'emails', count: failed + (isHalted ? waiting : 0), what: isHalted ? 'not delivered' : 'failed' },
    { collection: 'contact-submissions', count: held, what: 'held' },
  ]
  return counts.filter(({ count }) => count > 0)
}
