import type { Payload, TypedUser } from 'payload'
import { requestId } from '@/platform/render-context'
import type { AuditAction } from './actions'

/** Something that was done, and that admins may want to know of later. */
export type AuditEvent = {
  action: AuditAction
  /** Slug of the collection or global. */
  entity: string
  /** Id of the document; absent for a global, and for what was done to many. */
  document?: string
  /** What the document is called. Never the name of somebody who is not staff: an entry outlives them. */
  title?: string
  /** Names of the fields that changed. */
  fields?: string[]
  /** How many documents were concerned, by kind. */
  counts?: Record<string, number>
}

type Actor = Pick<TypedUser, 'id'> & { name?: string | null; email?: string | null }

/**
 * Writes an entry to the audit log, after the deed. An entry that cannot be written does not undo the deed, which is
 * done: the failure stands in the log of the process, with what the entry would have said.
 * @param actor who did it; nobody means the site itself
 */
export async function recordAudit(payload: Payload, actor: Actor | null | undefined, event: AuditEvent): Promise<void> {
  const data = {
    ...event,
    at: new Date().toISOString(),
    who: actor ? actor.name || String(actor.id) : 'system',
    email: actor?.email,
    user: actor && String(actor.id),
    request: requestId(),
  }
  try {
    // Outside the transaction of the deed, which an error in here would undo.
    await payload.create({
      collection: 'audit-entries',
      data,
      depth: 0,
      overrideAccess: true,
      disableTransaction: true,
    })
  } catch (error) {
    const { action, entity, document } = event
    payload.logger.error({
      err: error,
      msg: 'An audit entry was not written',
      user: data.user,
      action,
      entity,
      document,
    })
  }
}
