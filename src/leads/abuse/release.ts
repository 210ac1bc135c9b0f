import { APIError, type Endpoint, Forbidden, type Payload, type PayloadRequest, type Where } from 'payload'
import { mayServeLeads } from '@/access/roles'
import type { ContactSubmission } from '@/payload-types'
import { insertOnce } from '@/platform/insert-once'
import { underLease } from '@/platform/lease'
import { completeSubmission } from '../follow-up/complete'
import { derivedId, idOf } from '../follow-up/upsert-lead'
import type { DecisionContext } from './audit-decision'

/** Who decides about a message: a colleague with an account, or whoever has the link of a mail. */
export type Decider = { id?: string; name: string }

type State = ContactSubmission['state']

/** Which states a decision may start from. */
const STARTS: Record<'released' | 'spam', State[]> = { released: ['held', 'spam'], spam: ['held'] }

const trusted = { depth: 0, overrideAccess: true } as const

const LEASE_SECONDS = 30
const TRIES = 50
const PAUSE_MS = 100

type Decision = { id: string; state: 'released' | 'spam'; decider: Decider; starts?: State[] }

async function decideNow(payload: Payload, decision: Decision): Promise<{ decided?: ContactSubmission }> {
  const { id, state, decider, starts = STARTS[state] } = decision
  const context: DecisionContext = { decidedBy: decider.id }
  const { docs } = await payload.update({
    collection: 'contact-submissions',
    where: { and: [{ id: { equals: id } }, { state: { in: starts } }] },
    data: { state, decidedAt: new Date().toISOString(), decidedBy: decider.name },
    context,
    ...trusted,
  })
  if (docs[0]) return { decided: docs[0] }
  const where: Where = { and: [{ id: { equals: id } }, { state: { equals: state } }] }
  const query = { collection: 'contact-submissions', where, limit: 1, pagination: false, ...trusted } as const
  return { decided: (await payload.find(query)).docs[0] }
}

/**
 * Writes down a decision, with when it was made and by whom. Deciding the same twice is no error, and the first stands.
 * Decisions about a message take turns in all processes: a bulk update reads the state and then writes, and of two
 * people who read the same one each would be told that theirs holds.
 * @returns the message in its new state, or undefined if it is in none that allows it
 * @throws APIError 409 while others decide about it without end
 */
async function decide(payload: Payload, decision: Decision): Promise<ContactSubmission | undefined> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const name = `deciding about message ${decision.id}`
    const result = await underLease(payload, name, LEASE_SECONDS, () => decideNow(payload, decision))
    if (result) return result.decided
    await new Promise((done) => setTimeout(done, PAUSE_MS))
  }
  throw new APIError('Somebody else decides about this message at the moment. Try again.', 409)
}

/**
 * Releases a held message: it gets its lead, and the mails that name the day it was written are owed from now on.
 * @param starts the states it may be in; a person may take back `spam` too
 * @returns false if it is not held
 */
export async function releaseSubmission(
  payload: Payload,
  id: string,
  decider: Decider,
  starts?: State[],
): Promise<boolean> {
  const released = await decide(payload, { id, state: 'released', decider, starts })
  if (!released) return false
  await completeSubmission(payload, id)
  const { lead } = await payload.findByID({ collection: 'contact-submissions', id, ...trusted })
  if (lead) {
    const text = `Released by ${decider.name} (${released.reference})`
    const event = { kind: 'change' as const, lead: idOf(lead), text, author: decider.id }
    const at = new Date().toISOString()
    await insertOnce(payload, 'lead-events', { id: derivedId(id, 'release'), at, ...event }, 'id')
  }
  return true
}

/** Marks a held message as spam: it mails nobody, and goes after a while. @returns false if it is not held */
export async function markAsSpam(payload: Payload, id: string, decider: Decider): Promise<boolean> {
  return (await decide(payload, { id, state: 'spam', decider })) !== undefined
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

const deciderOf = ({ user }: PayloadRequest): Decider => ({ id: user?.id, name: user?.name ?? '' })

/** `POST /api/contact-submissions/:id/release` and `…/spam`, for whoever works with leads. */
export const releaseEndpoints: Endpoint[] = [
  decision('release', 'released', (req, id) => releaseSubmission(req.payload, id, deciderOf(req))),
  decision('spam', 'spam', (req, id) => markAsSpam(req.payload, id, deciderOf(req))),
]
