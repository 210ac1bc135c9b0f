import { APIError, type CollectionBeforeChangeHook } from 'payload'
import { isAdmin } from '@/access/roles'

/** Refuses the change that would leave nobody who can manage accounts. */
export const keepOneAdmin: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
  if (operation !== 'update' || !isAdmin(originalDoc) || isAdmin({ ...originalDoc, ...data })) return data
  const others = await req.payload.count({
    collection: 'users',
    where: {
      and: [{ id: { not_equals: originalDoc.id } }, { roles: { in: ['admin'] } }, { active: { not_equals: false } }],
    },
    req,
  })
  if (others.totalDocs === 0) throw new APIError('Somebody must stay admin. Make another account admin first.', 400)
  return data
}
