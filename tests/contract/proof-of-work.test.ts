import { solveChallenge } from 'altcha-lib/v1'
import type { Payload } from 'payload'
import { beforeAll, expect, it } from 'vitest'
import { issueTicket } from '@/forms/ticket'
import { proofChallenge } from '@/leads/abuse/proof'
import { challengeFor, takeProof } from '@/leads/abuse/take-proof'
import { env } from '@/platform/env'
import { type ContactForm, contactForm } from '../support/contact-form'
import { contractPayload } from '../support/contract'

let payload: Payload
let contact: ContactForm

beforeAll(async () => {
  payload = await contractPayload()
  contact = await contactForm(payload)
})

async function held(change: Record<string, string>) {
  const typed = contact.form({ email: `proof-${Math.random()}@example.com`, ...change })
  await contact.send(typed)
  const now = async () => (await contact.stored(typed.email))[0]
  const submission = await now()
  if (submission?.state !== 'held') throw new Error('It is not held')
  return { submission, now }
}

async function proofOf(id: string) {
  const challenge = await proofChallenge(env().PAYLOAD_SECRET, id, new Date())
  const solved = await solveChallenge(challenge.challenge, challenge.salt).promise
  return JSON.stringify({ ...challenge, number: solved?.number })
}

it('a proof of work releases a message once, however often it is sent', async () => {
  const { submission, now } = await held({ ticket: issueTicket(env().PAYLOAD_SECRET, new Date()) })
  expect(await challengeFor(submission)).toContain(submission.id)
  const proof = await proofOf(submission.id)
  await Promise.all(Array.from({ length: 5 }, () => takeProof(payload, proof)))
  const released = await now()
  expect(released).toMatchObject({ state: 'released', decidedBy: 'proof of work' })
  expect(await contact.mailsOf(submission.id)).toHaveLength(2)
  await takeProof(payload, proof)
  expect(await now()).toEqual(released)
  expect(await contact.mailsOf(submission.id)).toHaveLength(2)
})

it('a message with the honeypot filled stays held', async () => {
  const { submission, now } = await held({ extra_remarks: 'buy' })
  expect(await challengeFor(submission)).toBeUndefined()
  await takeProof(payload, await proofOf(submission.id))
  expect((await now())?.state).toBe('held')
})

it('a wrong proof and one of an unknown message change nothing', async () => {
  const { submission, now } = await held({ ticket: issueTicket(env().PAYLOAD_SECRET, new Date()) })
  await takeProof(payload, '{}')
  await takeProof(payload, (await proofOf(submission.id)).replace('submission=', 'submission=x'))
  await takeProof(payload, await proofOf('unknown'))
  expect((await now())?.state).toBe('held')
})
