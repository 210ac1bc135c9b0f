import type { Payload, Where } from 'payload'
import type { ContactSubmission, Meeting } from '@/payload-types'
import { type Wish, wishOf } from './wish'

/** A message that asks for a meeting; while it is held, nothing is done about it. */
export type AskingMessage = { message: ContactSubmission; wish: Wish; isHeld: boolean }

/** The message of this id, if it asks for a meeting. */
export async function askingMessage(payload: Payload, id: string): Promise<AskingMessage | undefined> {
  const query = { collection: 'contact-submissions', id, depth: 0, overrideAccess: true, disableErrors: true } as const
  const message = await payload.findByID(query)
  const wish = message && wishOf(message)
  if (!message || !wish) return undefined
  return { message, wish, isHeld: message.state === 'held' || message.state === 'spam' }
}

/** The address of whoever wrote a message, as they corrected it. */
export const senderOf = ({ email, correctedEmail }: ContactSubmission): string => correctedEmail || email

/** The meeting that came of a message: at a time that it asks for, or of its kind and booked since it arrived. */
export async function meetingOfWish(
  payload: Payload,
  { message, wish }: Pick<AskingMessage, 'message' | 'wish'>,
): Promise<Meeting | undefined> {
  const since: Where = {
    and: [{ 'type.slug': { equals: wish.type } }, { bookedAt: { greater_than_equal: message.receivedAt } }],
  }
  const where: Where = {
    and: [
      { email: { equals: senderOf(message) } },
      { status: { not_equals: 'cancelled' } },
      { or: [{ start: { in: wish.times } }, since] },
    ],
  }
  const query = { collection: 'meetings', where, limit: 1, pagination: false, depth: 0, overrideAccess: true } as const
  return (await payload.find(query)).docs[0]
}
