import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, Payload } from 'payload'
import type { Lead, LeadEvent } from '@/payload-types'

/** Statuses that nobody reaches unanswered. */
const ANSWERED: Lead['status'][] = ['contacted', 'qualified', 'won']

/** Entries by hand that are an answer to the person, other than a note among colleagues. */
const ANSWERS: LeadEvent['kind'][] = ['call', 'mail', 'meeting']

/** Keeps when a lead was first answered, as its status says so. */
export const noteAnswerByStatus: CollectionBeforeChangeHook<Lead> = ({ data, originalDoc }) => {
  const isAnswered = data.status && ANSWERED.includes(data.status) && data.status !== originalDoc?.status
  if (!isAnswered || originalDoc?.firstAnsweredAt || data.firstAnsweredAt) return data
  return { ...data, firstAnsweredAt: new Date().toISOString() }
}

/**
 * Keeps when a lead was first answered, unless that is known already. The write itself checks, so that of two answers
 * at the same moment the first stays; it touches nothing else and disturbs nobody who edits the lead.
 */
export async function noteFirstAnswer(payload: Payload, lead: string, at: Date): Promise<void> {
  await payload.db.updateOne({
    collection: 'leads',
    where: { and: [{ id: { equals: lead } }, { firstAnsweredAt: { exists: false } }] },
    data: { firstAnsweredAt: at.toISOString() },
    options: { atomic: true },
  })
}

/** Counts a call, mail or meeting that a person writes into the timeline as an answer. */
export const noteAnswerByEvent: CollectionAfterChangeHook<LeadEvent> = async ({ doc, operation, req }) => {
  const isByHand = operation === 'create' && req.user && !req.context.writesTimeline
  if (!isByHand || !ANSWERS.includes(doc.kind)) return
  const at = Math.min(Date.parse(doc.at), Date.now())
  await noteFirstAnswer(req.payload, typeof doc.lead === 'string' ? doc.lead : doc.lead.id, new Date(at))
}
