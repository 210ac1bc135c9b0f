import { APIError, type Endpoint, Forbidden, type Payload, type PayloadRequest } from 'payload'
import { mayServeLeads } from '@/access/roles'
import type { ContactSubmission } from '@/payload-types'
import { insertOnce } from '@/platform/insert-once'
import { completeSubmission } from '../follow-up/complete'
import { derivedId, idOf } from '../follow-up/upsert-lead'
import type { DecisionContext } from './audit-decision'

type State = ContactSubmission['state']

/** Which states a decision may start from; deciding the same twice is not an error. */
const STARTS: Record<'released' | 'spam', State[]> = {
  released: ['held', 'spam', 'released'],
  spam: ['held', 'spam'],
}

/** @returns the message in its new state, or undefined if it is in none that allows it */
async function decide(
  payload: Payload,
  id: string,
  state: 'released' | 'spam',
  decidedBy: string,
): Promise<ContactSubmission | undefined> {
  const context: DecisionContext = { decidedBy }
  const { docs } = await payload.update({
    collection: 'contact-submissions',
    where: { and: [{ id: { equals: id } }, { state: { in: STARTS[state] } }] },
    data: { state },
    context,
    depth: 0,
    overrideAccess: true,
  })
  return docs[0]
}

/**
 * Releases a held message: it gets its lead, and the mails that name the day it was written are owed from now on.
 * @param author id of the member of staff who decided
 * @returns false if it is not held
 */
export async function releaseSubmission(payload: Payload, id: string, author: string): Promise<boolean> {
  const released = await decide(payload, id, 'released', author)
  if (!released) return false
  await completeSubmission(payload, id)
  const { lead } = await payload.findByID({ collection: 'contact-submissions', id, depth: 0, overrideAccess: true })
  if (lead) {
    const event = { kind: 'change' as const, lead: idOf(lead), text: `Released (${released.reference})`, author }
    const at = new Date().toISOString()
    await insertOnce(payload, 'lead-events', { id: derivedId(id, 'release'), at, ...event }, 'id')
  }
  return true
}

/**
 * Marks a held message as spam: it stays, and mails nobody.
 * @param author id of the member of staff who decided
 * @returns false if it is not held
 */
export async function markAsSpam(payload: Payload, id: string, author: string): Promise<boolean> {
  return (await decide(payload, id, 'spam', author)) !== undefined
}

function decision(
  path: string,
  state: 'released' | 'spam',
  act: (req: PayloadRequest, id: string) => Promise<boolean>,
): Endpoint {
  return {
    path: `/:id/${path}`,
    method: 'post',
    async handler(req) {
      if (!mayServeLeads(req.user)) throw new Forbidden(req.t)
      const done = await act(req, String(req.routeParams?.id))
      if (!done) throw new APIError('There is no held message with this id.', 409)
      return Response.json({ state })
    },
  }
}

/** `POST /api/contact-submissions/:id/release` and `…/spam`, for whoever works with leads. */
export const releaseEndpoints: Endpoint[] = [
  decision('release', 'released', (req, id) => releaseSubmission(req.payload, id, String(req.user?.id))),
  decision('spam', 'spam', (req, id) => markAsSpam(req.payload, id, String(req.user?.id))),
]
