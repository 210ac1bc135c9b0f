import { APIError, addDataAndFileToRequest, type Endpoint, Forbidden, type Payload, type PayloadRequest } from 'payload'
import { type Actor, hasRole, mayServeLeads, ROLES } from '@/access/roles'
import { cleanParagraphs } from '@/forms/clean-text'
import type { Meeting } from '@/payload-types'
import { DAY_MS } from '../availability/intervals'
import { availabilityToMove, canAllCome } from '../queries'
import { hostsOf } from '../snapshot'
import { meetingsThatNoLongerFit, type UnfitMeeting } from './find-unfit'
import { type Decision, settleUnfit } from './settle-unfit'

const LONGEST_REASON = 1_000

/** How far from now, and from the meeting, other times are looked for. */
const AHEAD_MS = 45 * DAY_MS

const refusal = (message: string, status: number) => new APIError(message, status, undefined, true)

/** Ids of the hosts that an account is. */
async function ownHosts(payload: Payload, user: Actor): Promise<string[]> {
  const { docs } = await payload.find({
    collection: 'hosts',
    where: { user: { equals: user.id } },
    select: { name: true },
    pagination: false,
    depth: 0,
    overrideAccess: true,
  })
  return docs.map(({ id }) => id)
}

/** The meetings that no longer fit, of those that somebody may decide about: sales and admins all, a host their own. */
export async function unfitMeetingsOf(
  payload: Payload,
  user: Actor | null | undefined,
  scope: { host?: string; type?: string } = {},
  now = new Date(),
): Promise<UnfitMeeting[]> {
  if (mayServeLeads(user)) return meetingsThatNoLongerFit(payload, now, scope)
  if (!user || !hasRole(user, ...ROLES)) return []
  const hosts = await ownHosts(payload, user)
  return hosts.length > 0 ? meetingsThatNoLongerFit(payload, now, { ...scope, ownHosts: hosts }) : []
}

/** The meeting of a request, if its sender may decide about it. @throws Forbidden, also where there is no such meeting */
async function ownMeeting(
  req: PayloadRequest,
): Promise<{ meeting: Meeting; user: NonNullable<PayloadRequest['user']> }> {
  const { payload, user } = req
  if (!user || !hasRole(user, ...ROLES)) throw new Forbidden(req.t)
  const id = String(req.routeParams?.id)
  const query = { collection: 'meetings', id, depth: 0, overrideAccess: true, disableErrors: true } as const
  const meeting = await payload.findByID(query)
  const isTheirs = async () => {
    const own = await ownHosts(payload, user)
    return meeting ? hostsOf(meeting).some((host) => own.includes(host)) : false
  }
  if (!meeting || (!mayServeLeads(user) && !(await isTheirs()))) throw new Forbidden(req.t)
  return { meeting, user }
}

function decisionOf({ choice, mark, start, reason }: Record<string, unknown>): Decision {
  if (choice === 'keep' && typeof mark === 'string' && /^[0-9a-f]{64}$/.test(mark)) return { choice, mark }
  if (choice === 'move' && typeof start === 'number' && Number.isSafeInteger(start)) return { choice, start }
  if (choice === 'ask') return { choice }
  if (choice === 'cancel') {
    const said = typeof reason === 'string' ? cleanParagraphs(reason) : ''
    if (!said) throw refusal('Say why: the guest reads it in their mail.', 400)
    if (said.length > LONGEST_REASON) throw refusal(`The reason is longer than ${LONGEST_REASON} characters.`, 400)
    return { choice, reason: said }
  }
  throw refusal('Choose: keep, move, ask or cancel.', 400)
}

/** What the lists of the admin show. */
export type UnfitAnswer = { meetings: UnfitMeeting[]; mayOpen: boolean }

const asked = (value: unknown) => (typeof value === 'string' && value ? value : undefined)

/**
 * `GET /api/meetings/unfit?host=…&type=…`: the meetings that no longer fit, of those that the sender may decide about.
 * Whoever does not work with leads decides about their own here, but may not open the page of one (`mayOpen`).
 */
const unfitEndpoint: Endpoint = {
  path: '/unfit',
  method: 'get',
  async handler(req) {
    if (!hasRole(req.user, ...ROLES)) throw new Forbidden(req.t)
    const scope = { host: asked(req.query.host), type: asked(req.query.type) }
    const meetings = await unfitMeetingsOf(req.payload, req.user, scope)
    const answer: UnfitAnswer = { meetings, mayOpen: mayServeLeads(req.user) }
    return Response.json(answer)
  },
}

/** `GET /api/meetings/:id/other-times`: beginnings that it can be moved to, in epoch milliseconds. */
const otherTimesEndpoint: Endpoint = {
  path: '/:id/other-times',
  method: 'get',
  async handler(req) {
    const { meeting } = await ownMeeting(req)
    const [now, start] = [Date.now(), Date.parse(meeting.start)]
    const slots = await availabilityToMove(req.payload, meeting, { from: now, to: Math.max(now, start) + AHEAD_MS })
    // Its own time is another one only if somebody else takes over.
    const others = slots.filter((slot) => slot.start !== start || !canAllCome(meeting, slot))
    return Response.json({ times: others.map((slot) => slot.start) })
  },
}

/** `POST /api/meetings/:id/settle` with a decision: for sales and admins, and for a host of the meeting. */
const settleEndpoint: Endpoint = {
  path: '/:id/settle',
  method: 'post',
  async handler(req) {
    const { meeting, user } = await ownMeeting(req)
    await addDataAndFileToRequest(req)
    const decision = decisionOf((req.data ?? {}) as Record<string, unknown>)
    const settled = await settleUnfit(req.payload, meeting.id, decision, user)
    if (settled.state === 'taken') throw refusal('This time is not free any more. Choose another one.', 409)
    if (settled.state === 'full') {
      throw refusal('No time is free that the guest could choose. Open some hours first, or cancel the meeting.', 409)
    }
    if (settled.state === 'closed')
      throw refusal('This meeting was cancelled, moved or has begun. Reload the page.', 409)
    return Response.json({ state: settled.state })
  },
}

export const unfitEndpoints: Endpoint[] = [unfitEndpoint, otherTimesEndpoint, settleEndpoint]
