import { APIError, type CollectionBeforeDeleteHook } from 'payload'
import { isAdmin } from '@/access/roles'

/** Refuses to delete an account that still owns something, or the last active admin. */
export const keepOwners: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const { payload } = req
  const owns = await Promise.all([
    payload.count({ collection: 'articles', where: { owner: { equals: id } }, req }),
    payload.count({ collection: 'leads', where: { owner: { equals: id } }, req }),
    payload.count({ collection: 'lead-events', where: { author: { equals: id } }, req }),
    payload.count({ collection: 'emails', where: { author: { equals: id } }, req }),
    payload.count({ collection: 'hosts', where: { user: { equals: id } }, req }),
  ])
  if (owns.some(({ totalDocs }) => totalDocs > 0)) {
    throw new APIError(
      'This account owns posts or leads, has written to them, or is met by guests. Deactivate it, or give them to somebody else first.',
      409,
    )
  }
  const account = await payload.findByID({ collection: 'users', id, req, disableErrors: true })
  const admins = await payload.count({
    collection: 'users',
    where: { and: [{ roles: { in: ['admin'] } }, { active: { not_equals: false } }] },
    req,
  })
  if (isAdmin(account) && admins.totalDocs <= 1) throw new APIError('The last admin cannot be deleted.', 409)
}
