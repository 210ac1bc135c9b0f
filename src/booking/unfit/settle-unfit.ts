import type { Payload } from 'payload'
import { recordAudit } from '@/audit/record'
import { derivedId, idOf } from '@/leads/actions'
import { wakeDeliverer } from '@/mail/deliverer'
import type { Meeting, User } from '@/payload-types'
import { insertOnce } from '@/platform/insert-once'
import type { Slot } from '../availability/types'
import { cancel } from '../cancel'
import { readersOf } from '../emails/told-meeting'
import { tell } from '../follow-up/mails'
import { tellMeeting } from '../follow-up/tell-meeting'
import { reschedule } from '../move'
import { wholeHorizon } from '../page/shown-times'
import { availabilityToMove } from '../queries'
import { askKey } from './find-unfit'

/** What somebody decides about a meeting that no longer fits. */
export type Decision =
  /** It stays as it is, in spite of what `mark` stands for. */
  | { choice: 'keep'; mark: string }
  /** To another time, in epoch milliseconds. */
  | { choice: 'move'; start: number }
  /** The guest is asked to choose another time. */
  | { choice: 'ask' }
  | { choice: 'cancel'; reason: string }

/** `closed`: the meeting was cancelled, has begun or does not exist; `full`: there is no time to choose from. */
export type Settled = { state: 'done' } | { state: 'taken'; nearest: Slot[] } | { state: 'closed' } | { state: 'full' }

const isAhead = ({ status, start }: Meeting, now: Date) => status === 'confirmed' && Date.parse(start) > now.getTime()

/** By one write of this field alone, so that neither the mails nor the sequence of the meeting hear of it. */
async function keep(payload: Payload, { id, sequence }: Meeting, mark: string): Promise<Settled> {
  const kept: unknown = await payload.db.updateOne({
    collection: 'meetings',
    where: { and: [{ id: { equals: id } }, { sequence: { equals: sequence } }, { status: { equals: 'confirmed' } }] },
    data: { keptDespite: mark },
    options: { atomic: true },
  })
  return { state: kept ? 'done' : 'closed' }
}

/** Owes the guest one mail for each time that the meeting had; to ask again for the same one changes nothing. */
async function ask(payload: Payload, meeting: Meeting, author: string, now: Date): Promise<Settled> {
  const slots = await availabilityToMove(payload, meeting, wholeHorizon(now), now)
  if (slots.length === 0) return { state: 'full' }
  const told = await tellMeeting(payload, meeting)
  const guest = readersOf(told).find(({ role }) => role === 'guest')
  if (guest) await tell(payload, told, guest, 'choose-again', askKey(meeting))
  wakeDeliverer()
  if (meeting.lead) {
    const text = `Asked to choose another time: ${meeting.typeName}`
    const id = derivedId(meeting.id, `asked ${meeting.sequence}`)
    const data = { meeting: meeting.id }
    const event = { id, lead: idOf(meeting.lead), kind: 'meeting' as const, text, author, data }
    await insertOnce(payload, 'lead-events', { ...event, at: new Date().toISOString() }, 'id')
  }
  return { state: 'done' }
}

async function carryOut(payload: Payload, meeting: Meeting, decision: Decision, author: string, now: Date) {
  switch (decision.choice) {
    case 'keep':
      return keep(payload, meeting, decision.mark)
    case 'ask':
      return ask(payload, meeting, author, now)
    case 'move': {
      const moved = await reschedule(payload, meeting.id, decision.start, now)
      return moved.state === 'moved' ? { state: 'done' as const } : moved
    }
    case 'cancel': {
      const { state } = await cancel(payload, meeting.id, { by: 'staff', reason: decision.reason }, now)
      return { state: state === 'cancelled' ? ('done' as const) : state }
    }
  }
}

/** The fields of a meeting that a decision changes, for the audit log. */
const CHANGED: Record<Decision['choice'], string[]> = {
  keep: ['keptDespite'],
  ask: [],
  move: ['start', 'end'],
  cancel: ['status', 'cancelReason'],
}

/**
 * Does what somebody decided about a meeting that no longer fits, and says so in the audit log. It may be one that fits
 * again meanwhile: what was decided in sight of the list holds all the same.
 * @throws what the database threw
 */
export async function settleUnfit(
  payload: Payload,
  id: string,
  decision: Decision,
  by: Pick<User, 'id' | 'name' | 'email'>,
  now = new Date(),
): Promise<Settled> {
  const query = { collection: 'meetings', id, depth: 0, overrideAccess: true, disableErrors: true } as const
  const meeting = await payload.findByID(query)
  if (!meeting || !isAhead(meeting, now)) return { state: 'closed' }
  const settled = await carryOut(payload, meeting, decision, by.id, now)
  if (settled.state === 'done') {
    const fields = CHANGED[decision.choice]
    await recordAudit(payload, by, { action: 'update', entity: 'meetings', document: id, fields })
  }
  return settled
}
