import { type CollectionBeforeOperationHook, Forbidden } from 'payload'

/**
 * Visitors cannot list, search or count files: a file that only drafts use would show. They read one while a document
 * that shows it is read, which Payload does with `currentDepth` set, and our own pages read through the Local API.
 */
export const hideFromVisitors: CollectionBeforeOperationHook = ({ args, operation, overrideAccess, req }) => {
  const isRead = operation === 'read' || operation === 'readDistinct' || operation === 'count'
  if (!isRead || overrideAccess || req.user || req.payloadAPI === 'local') return
  const isPopulating = 'currentDepth' in args && args.currentDepth !== undefined
  if (!isPopulating) throw new Forbidden(req.t)
}
