import type { Payload, Where } from 'payload'
import type { EmailAddress } from '@/forms/email-address'
import { wakeDeliverer } from '@/mail/deliverer'
import type { ContactSubmission } from '@/payload-types'
import { inTurn } from '@/platform/in-turn'
import { insertOnce } from '@/platform/insert-once'
import { oweCorrectionMails } from '../follow-up/owed-mails'
import { idOf } from '../follow-up/upsert-lead'
import { addAddress } from '../inbox/add-address'
import { readReceiptToken } from './receipt-token'

/** Enough for a person who mistypes twice, and too few to send mail to strangers with. */
const MOST_CORRECTIONS = 3

const DAY_MS = 24 * 3_600_000
const trusted = { depth: 0, overrideAccess: true } as const

/** The message of a receipt's token, while its sender may still correct the address. */
export async function correctableMessage(
  payload: Payload,
  token: string,
  now = new Date(),
): Promise<ContactSubmission | undefined> {
  const id = readReceiptToken(token, now)
  if (!id) return undefined
  const where = { id: { equals: id } }
  return (await payload.find({ collection: 'contact-submissions', where, limit: 1, pagination: false, ...trusted }))
    .docs[0]
}

/** Takes one of the corrections that a message may have. @returns its number from 1, or undefined if none is left */
async function takeCorrection(payload: Payload, id: string, now: Date): Promise<number | undefined> {
  const expiresAt = new Date(now.getTime() + DAY_MS).toISOString()
  for (let number = 1; number <= MOST_CORRECTIONS; number++) {
    const claim = { name: `correction:${id}:${number}`, holder: id, expiresAt }
    if ((await insertOnce(payload, 'leases', claim, 'name')).inserted) return number
  }
  return undefined
}

/** Takes back an acknowledgement that has not been tried yet: it would go to the wrong address. */
async function takeBackAcknowledgement(payload: Payload, id: string): Promise<void> {
  const where: Where = {
    and: [
      { submission: { equals: id } },
      { kind: { equals: 'contact-acknowledgement' } },
      { state: { equals: 'queued' } },
      { attempts: { equals: 0 } },
    ],
  }
  await payload.delete({ collection: 'emails', where, ...trusted })
}

/** `done`: stored, and what follows is owed. `late`: the time is over, or the token is none. `often`: no more of them. */
export type Correction = { state: 'done' | 'often'; reference: string } | { state: 'late' }

/**
 * Corrects the address of a message for whoever sent it. What was sent stays as it was. The lead gets the address as
 * one more of its own, sales is told, and the acknowledgement goes to it, within the rule of one an hour. It is stored
 * last: a crash before that leaves a message that is not corrected, and whoever tries again does all of it.
 */
export async function correctAddress(
  payload: Payload,
  { token, email }: { token: string; email: EmailAddress },
  now = new Date(),
): Promise<Correction> {
  const message = await correctableMessage(payload, token, now)
  if (!message) return { state: 'late' }
  const { id, reference } = message
  return inTurn(`submission ${id}`, async () => {
    const before = (await correctableMessage(payload, token, now)) ?? message
    if ((before.correctedEmail || before.email) === email.address) return { state: 'done', reference }
    const number = await takeCorrection(payload, id, now)
    if (!number) return { state: 'often', reference }
    const data = { correctedEmail: email.address, correctedAt: now.toISOString() }
    // A message that is held mails nobody. Once it is released, all that follows goes to the address as corrected.
    if (before.lead) {
      const lead = idOf(before.lead)
      await addAddress(payload, lead, email)
      await takeBackAcknowledgement(payload, id)
      await oweCorrectionMails(payload, { ...before, ...data }, lead, number)
    }
    await payload.update({ collection: 'contact-submissions', id, data, ...trusted })
    wakeDeliverer()
    return { state: 'done', reference }
  })
}
