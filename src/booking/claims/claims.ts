import type { Payload, Where } from 'payload'
import { v7 } from 'uuid'
import type { Meeting, MeetingClaim } from '@/payload-types'
import { keysOf } from './keys'

/*
 * A claim is made for a minute. Its meeting, once stored, lifts that: from then on the claim has no end. A claim past its
 * end may be taken from whoever is dead; whoever was only slow sees, by counting what it lifted, that it lost something.
 * That is decided by single writes with a condition, each of one document: taking over deletes a claim only as it was
 * seen, and so never one that was lifted meanwhile.
 */

const collection = 'meeting-claims'

/** The end of a claim whose meeting stands. */
export const FOREVER = '9999-12-31T00:00:00.000Z'

/** How long a booking may take from its first claim to its meeting. */
export const CLAIM_MS = 60_000

/** Who claims: the meeting that will be or is, and the request, by which a repeat knows itself. */
export type Claimant = { meeting: string; request: string; now: number }

/** Payload tells a broken unique index by this status on both databases; names of classes are lost in production. */
const isConflict = (error: unknown) => error instanceof Error && 'status' in error && error.status === 400

const isLifted = ({ expiresAt }: MeetingClaim) => new Date(expiresAt).toISOString() === FOREVER

const find = async (payload: Payload, where: Where): Promise<MeetingClaim[]> =>
  (await payload.db.find<MeetingClaim>({ collection, where, limit: 0, pagination: false })).docs

/** The meeting of that id, if it was stored and was not cancelled. */
export async function standingMeeting(payload: Payload, id: string): Promise<Meeting | undefined> {
  const where: Where = { and: [{ id: { equals: id } }, { status: { not_equals: 'cancelled' } }] }
  return (await payload.db.find<Meeting>({ collection: 'meetings', where, limit: 1, pagination: false })).docs[0]
}

/** True unless the claim was left behind: by a booking that died, a meeting that was cancelled or one that has moved. */
async function isLive(payload: Payload, claim: MeetingClaim, now: number): Promise<boolean> {
  if (!isLifted(claim) && Date.parse(claim.expiresAt) > now) return true
  const meeting = await standingMeeting(payload, claim.meeting)
  return meeting !== undefined && keysOf(meeting).includes(claim.key)
}

/** Deletes a claim as it was seen: not one that was lifted since. */
const forget = (payload: Payload, { id, expiresAt }: MeetingClaim) =>
  payload.db.deleteMany({
    collection,
    where: { and: [{ id: { equals: id } }, { expiresAt: { less_than_equal: expiresAt } }] },
  })

/** Makes one claim. @returns its id, or undefined when somebody else has it */
export async function takeClaim(payload: Payload, key: string, by: Claimant): Promise<string | undefined> {
  const expiresAt = new Date(by.now + CLAIM_MS).toISOString()
  // The second try is for what was left behind, the third for what was released between the two looks.
  for (let tries = 0; tries < 3; tries++) {
    const id = v7()
    try {
      await payload.db.create({
        collection,
        data: { id, key, meeting: by.meeting, request: by.request, expiresAt },
        returning: false,
      })
      return id
    } catch (error) {
      if (!isConflict(error)) throw error
    }
    const [holder] = await find(payload, { key: { equals: key } })
    if (!holder) continue
    if (await isLive(payload, holder, by.now)) return undefined
    await forget(payload, holder)
  }
  return undefined
}

/** Gives back claims that were made for nothing. */
export async function giveBack(payload: Payload, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await payload.db.deleteMany({ collection, where: { id: { in: [...ids] } } })
}

/** Makes all of the claims, in their order, or none. @returns their ids, or undefined when one of them is somebody else's */
export async function takeAll(payload: Payload, keys: readonly string[], by: Claimant): Promise<string[] | undefined> {
  const ids: string[] = []
  for (const key of keys) {
    const id = await takeClaim(payload, key, by)
    if (!id) {
      await giveBack(payload, ids)
      return undefined
    }
    ids.push(id)
  }
  return ids
}

/** Takes the end off the claims of a meeting that is stored. @returns whether it holds every one of the keys */
export async function lift(payload: Payload, meeting: string, keys: readonly string[]): Promise<boolean> {
  const own: Where = { and: [{ meeting: { equals: meeting } }, { key: { in: [...keys] } }] }
  await payload.db.updateMany({ collection, where: own, data: { expiresAt: FOREVER }, returning: false })
  const lifted: Where = {
    and: [{ meeting: { equals: meeting } }, { key: { in: [...keys] } }, { expiresAt: { equals: FOREVER } }],
  }
  return (await payload.count({ collection, where: lifted, overrideAccess: true })).totalDocs === keys.length
}

/** Frees everything that a meeting holds which stands no longer. */
export async function release(payload: Payload, meeting: string): Promise<void> {
  await payload.db.deleteMany({ collection, where: { meeting: { equals: meeting } } })
}

/** All claims of a meeting, whatever became of it. */
export const claimsOf = (payload: Payload, meeting: string): Promise<MeetingClaim[]> =>
  find(payload, { meeting: { equals: meeting } })

/** Claims of bookings under way, or under way by this request: made, not lifted, not past their end. */
export function underWay(payload: Payload, now: number, request?: string): Promise<MeetingClaim[]> {
  const where: Where[] = [
    { expiresAt: { greater_than: new Date(now).toISOString() } },
    { expiresAt: { less_than: FOREVER } },
  ]
  return find(payload, { and: request ? [...where, { request: { equals: request } }] : where })
}

/** Claims past their end that nobody lifted: a booking died, or forgot. */
export const overdue = (payload: Payload, now: number): Promise<MeetingClaim[]> =>
  find(payload, { expiresAt: { less_than_equal: new Date(now).toISOString() } })

/**
 * Frees a claim that was left behind. The claim must have been read before this looks at its meeting: what was lifted
 * then, and is not the meeting's any more, never will be again.
 * @returns whether it was
 */
export async function forgetIfLeft(payload: Payload, claim: MeetingClaim, now: number): Promise<boolean> {
  if (await isLive(payload, claim, now)) return false
  await forget(payload, claim)
  return true
}
