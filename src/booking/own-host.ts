import { Forbidden, type PayloadRequest, type TypedUser } from 'payload'
import { type Actor, hasRole, isAdmin, ROLES } from '@/access/roles'
import type { Host } from '@/payload-types'

/** Whether somebody may act in the name of a host: of their own, or an admin of any. */
export const mayActForHost = (actor: Actor | null | undefined, owner: string) =>
  isAdmin(actor) || (hasRole(actor, ...ROLES) && actor?.id === owner)

/** The host of a request, if its sender may act for them. @throws Forbidden, also where there is no such host */
export async function ownHost(req: PayloadRequest): Promise<{ host: Host; user: TypedUser }> {
  const { payload, user } = req
  const query = { collection: 'hosts', id: String(req.routeParams?.id), depth: 0, overrideAccess: true } as const
  const host = await payload.findByID({ ...query, disableErrors: true })
  if (!host || !user || !mayActForHost(user, String(host.user))) throw new Forbidden(req.t)
  return { host, user }
}
