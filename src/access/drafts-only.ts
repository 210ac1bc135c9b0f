import { type CollectionBeforeOperationHook, Forbidden } from 'payload'
import { mayPublish, mayWrite } from './roles'

/** The arguments of Payload's write operations that this rule looks at; the hook's own type is a union of all. */
type WriteArguments = {
  id?: string
  data?: Record<string, unknown>
  draft?: boolean
  duplicateFromID?: string
  overrideAccess?: boolean
  publishAllLocales?: boolean
  publishSpecificLocale?: string
  unpublishAllLocales?: boolean
}

/**
 * Lets people who may not publish write drafts and nothing else.
 *
 * Payload asks `access.update` for both, and what it does depends on arguments: a PATCH without `draft=true` changes
 * the live document, `_status: 'draft'` without it takes the document down, and `_status: 'published'` publishes even
 * with it. So the rule looks at the operation's arguments before anything else does. Duplicating makes a draft for
 * everyone: Payload's own would copy the published state.
 */
export const draftsOnly: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation !== 'create' && operation !== 'update' && operation !== 'restoreVersion') return
  const write = args as WriteArguments
  if (write.duplicateFromID) {
    write.draft = true
    write.publishAllLocales = false
    write.data = { ...write.data, _status: 'draft' }
  }
  if (write.overrideAccess || !mayWrite(req.user) || mayPublish(req.user)) return
  const isBulk = operation === 'update' && write.id === undefined
  const publishes = write.publishSpecificLocale || write.unpublishAllLocales || write.data?._status === 'published'
  if (operation === 'restoreVersion' || isBulk || write.draft !== true || publishes) throw new Forbidden(req.t)
}
