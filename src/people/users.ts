import { type Access, APIError, type CollectionConfig, type FieldAccess, type Where } from 'payload'
import { hiddenUnless } from '@/access/hidden'
import { type Actor, hasRole, isAdmin, mayPublish, mayServeLeads, ROLES } from '@/access/roles'
import { adminField, admins } from '@/access/rules'
import { buildSafeEnv } from '@/platform/env'
import { idField } from '@/platform/id'
import { demoField } from '@/site/fields/demo'
import { keepOneAdmin } from './hooks/keep-one-admin'
import { keepOwners } from './hooks/keep-owners'

/** An account that is not active keeps its session until that ends; it counts for nothing. */
const isActive = (actor: Actor | null | undefined): actor is Actor => hasRole(actor, ...ROLES)

const selfOrAdmin: Access = ({ req }) => {
  if (isAdmin(req.user)) return true
  return isActive(req.user) ? { id: { equals: req.user.id } } : false
}

/** Sales sees who can own a lead, editors who can own a post, by name; others see their own account alone. */
const readUsers: Access = ({ req }) => {
  if (isAdmin(req.user)) return true
  if (!isActive(req.user)) return false
  const visible: Where[] = [{ id: { equals: req.user.id } }]
  if (mayServeLeads(req.user)) visible.push({ roles: { in: ['sales', 'admin'] } })
  if (mayPublish(req.user)) visible.push({ roles: { in: ['author', 'editor', 'admin'] } })
  return { or: visible }
}

const selfOrAdminField: FieldAccess = ({ id, doc, req }) =>
  isAdmin(req.user) || Boolean(req.user && (id ?? doc?.id) === req.user.id)

/** Staff accounts. */
export const users = (): CollectionConfig => ({
  slug: 'users',
  auth: {
    tokenExpiration: 8 * 60 * 60,
    maxLoginAttempts: 10,
    lockTime: 10 * 60 * 1000,
    cookies: { sameSite: 'Lax', secure: buildSafeEnv().SITE_URL.startsWith('https:') },
  },
  defaultSort: 'name',
  admin: {
    group: 'Site',
    hidden: hiddenUnless(isAdmin),
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'roles', 'active', 'updatedAt'],
    listSearchableFields: ['name', 'email'],
    description: 'Accounts of staff. Deactivate whoever leaves: their posts and leads stay theirs.',
  },
  access: {
    admin: ({ req }) => isActive(req.user),
    read: readUsers,
    create: admins,
    update: selfOrAdmin,
    delete: admins,
    unlock: admins,
  },
  // Payload would make an admin of the first stranger who asks; the first account is made at the first start instead.
  endpoints: [
    {
      path: '/first-register',
      method: 'post',
      handler: () =>
        Response.json({ errors: [{ message: 'The first account is made at the first start.' }] }, { status: 403 }),
    },
  ],
  fields: [
    idField(),
    { name: 'email', type: 'email', required: true, unique: true, access: { read: selfOrAdminField } },
    { name: 'name', type: 'text', required: true, maxLength: 120 },
    {
      name: 'roles',
      type: 'select',
      hasMany: true,
      required: true,
      saveToJWT: true,
      options: ROLES.map((role) => ({ value: role, label: `${role[0]?.toUpperCase()}${role.slice(1)}` })),
      // Whoever sees an account sees what it is for: the choice of owners is narrowed by it, with the reader's access.
      access: { create: adminField, update: adminField, read: ({ req }) => Boolean(req.user) },
      admin: { description: 'Authors write drafts, editors publish, sales answers leads, admins do everything.' },
    },
    {
      name: 'active',
      type: 'checkbox',
      defaultValue: true,
      access: { create: adminField, update: adminField, read: selfOrAdminField },
      admin: { position: 'sidebar', description: 'An account that is not active cannot sign in.' },
    },
    demoField(),
  ],
  hooks: {
    beforeLogin: [
      ({ user }) => {
        if (user.active === false) throw new APIError('This account is not active. Ask an admin.', 403)
      },
    ],
    beforeChange: [keepOneAdmin],
    beforeDelete: [keepOwners],
  },
})
