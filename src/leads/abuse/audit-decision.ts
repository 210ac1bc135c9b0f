import type { CollectionAfterChangeHook } from 'payload'
import { recordAudit } from '@/audit/record'
import type { ContactSubmission } from '@/payload-types'

/** In the context of a write: id of the member of staff who decides about a held message. */
export type DecisionContext = { decidedBy?: string }

/** Puts what a person decides about a held message into the audit log; what the site does with messages is not there. */
export const auditDecision: CollectionAfterChangeHook<ContactSubmission> = async ({
  context,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  if (operation !== 'update' || doc.state === previousDoc.state || (doc.state !== 'released' && doc.state !== 'spam'))
    return
  const id = (context as DecisionContext).decidedBy
  const decider = id
    ? await req.payload.findByID({ collection: 'users', id, depth: 0, disableErrors: true, overrideAccess: true })
    : req.user
  const action = doc.state === 'released' ? 'release' : 'spam'
  const about = { entity: 'contact-submissions', document: doc.id, title: doc.reference }
  await recordAudit(req.payload, decider, { action, ...about })
}
