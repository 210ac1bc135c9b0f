/** What staff may do, by role; roles of one person add up (see the matrix in the README). */
export const ROLES = ['admin', 'editor', 'author', 'sales'] as const
export type Role = (typeof ROLES)[number]

/** The part of a user that access rules look at. */
export type Actor = { id: string; roles?: readonly Role[] | null; active?: boolean | null }

/** True if the actor is an active account with at least one of the roles; nobody signed in has none. */
export function hasRole(actor: Actor | null | undefined, ...roles: Role[]): boolean {
  if (!actor || actor.active === false) return false
  return roles.some((role) => actor.roles?.includes(role))
}

/** Editors and admins: whoever may write and publish everybody's content. */
export const mayPublish = (actor: Actor | null | undefined) => hasRole(actor, 'editor', 'admin')

/** Whoever writes content at all, if only drafts. */
export const mayWrite = (actor: Actor | null | undefined) => hasRole(actor, 'author', 'editor', 'admin')

/** Whoever works with leads. */
export const mayServeLeads = (actor: Actor | null | undefined) => hasRole(actor, 'sales', 'admin')

export const isAdmin = (actor: Actor | null | undefined) => hasRole(actor, 'admin')
