import { APIError, addDataAndFileToRequest, Forbidden, type PayloadHandler, type PayloadRequest } from 'payload'
import { mayServeLeads } from '@/access/roles'
import type { Meeting } from '@/payload-types'

/** An endpoint for whoever works with leads, with the JSON it was sent in `req.data`. */
export const forLeadStaff =
  (handler: PayloadHandler): PayloadHandler =>
  async (req) => {
    if (!mayServeLeads(req.user)) throw new Forbidden(req.t)
    await addDataAndFileToRequest(req)
    return handler(req)
  }

/** The meeting that the address names. @throws APIError (404) */
export async function meetingOf({ payload, routeParams }: PayloadRequest): Promise<Meeting> {
  const id = String(routeParams?.id)
  const query = { collection: 'meetings', id, depth: 0, overrideAccess: true, disableErrors: true } as const
  const meeting = await payload.findByID(query)
  if (!meeting) throw new APIError('There is no meeting with this id.', 404)
  return meeting
}

/** A text of what was sent, at most so long. @throws APIError (400) for anything else */
export function textOf({ data }: PayloadRequest, name: string, longest: number): string {
  const value = data?.[name] ?? ''
  if (typeof value === 'string' && value.length <= longest) return value.trim()
  throw new APIError(`${name} must be a text of at most ${longest} characters.`, 400)
}
