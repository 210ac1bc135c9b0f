import type { Access, FieldAccess, Where } from 'payload'
import { type Actor, hasRole, isAdmin, mayPublish, mayServeLeads, mayWrite } from './roles'

type Rule = (actor: Actor | null | undefined) => boolean

/** An access function of a collection or global made from a rule about the signed-in person. */
const allow =
  (rule: Rule): Access =>
  ({ req }) =>
    rule(req.user)

export const anyone: Access = () => true
export const nobody: Access = () => false
export const writers = allow(mayWrite)
export const publishers = allow(mayPublish)
export const leadStaff = allow(mayServeLeads)
export const admins = allow(isAdmin)

export const adminField: FieldAccess = ({ req }) => isAdmin(req.user)
export const publisherField: FieldAccess = ({ req }) => mayPublish(req.user)

/** What visitors may read of any drafted collection. Without the second part `?trash=true` shows deleted documents. */
export const published: Where = { and: [{ _status: { equals: 'published' } }, { deletedAt: { exists: false } }] }

/** Read access of every drafted collection: all for publishers, the published for everybody else. */
export const readPublished: Access = ({ req }) => mayPublish(req.user) || published

/** The same for a collection whose documents have an `owner`: authors see their own drafts too. */
export const readPublishedOrOwn: Access = ({ req }) => {
  if (mayPublish(req.user)) return true
  if (!mayWrite(req.user)) return published
  return { or: [published, { owner: { equals: req.user?.id } }] }
}

/** Versions hold drafts: publishers read all of them, an author those of their own documents. */
export const readVersionsOfOwn: Access = ({ req }) => {
  if (mayPublish(req.user)) return true
  return mayWrite(req.user) ? { 'version.owner': { equals: req.user?.id } } : false
}

/**
 * Update access of a collection whose documents have an `owner`. The admin asks with the status it would write whether
 * to offer its buttons, so the answer about publishing is no here already (`draftsOnly` refuses the write itself).
 */
export const publishersOrOwner: Access = ({ data, req }) => {
  if (mayPublish(req.user)) return true
  if (data?._status === 'published') return false
  return mayWrite(req.user) ? { owner: { equals: req.user?.id } } : false
}
