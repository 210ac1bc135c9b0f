import type { Payload } from 'payload'
import type { ContactSubmission } from '@/payload-types'
import { env } from '@/platform/env'
import { insertOnce } from '@/platform/insert-once'
import { proofChallenge, readProof } from './proof'
import { releaseSubmission } from './release'
import { outweighedByProof, type VerdictReason } from './verdict'

type Judged = Pick<ContactSubmission, 'id' | 'state' | 'reasons'>

const isAsked = ({ state, reasons }: Judged) =>
  state === 'held' && outweighedByProof(Array.isArray(reasons) ? (reasons as VerdictReason[]) : [])

/** The challenge, as JSON, for the sender of a message that a proof of work would release; undefined for all others. */
export async function challengeFor(submission: Judged, now = new Date()): Promise<string | undefined> {
  if (!isAsked(submission)) return undefined
  return JSON.stringify(await proofChallenge(env().PAYLOAD_SECRET, submission.id, now))
}

/** Releases the held message that a proof is for. Whatever is no good proof, or was used, changes nothing. */
export async function takeProof(payload: Payload, text: string, now = new Date()): Promise<void> {
  const proof = await readProof(env().PAYLOAD_SECRET, text, now)
  if (!proof) return
  const where = { id: { equals: proof.submission } }
  const options = { limit: 1, pagination: false, depth: 0, overrideAccess: true } as const
  const [submission] = (await payload.find({ collection: 'contact-submissions', where, ...options })).docs
  if (!submission || !isAsked(submission)) return
  const used = { name: `proof:${proof.challenge}`, holder: submission.id, expiresAt: proof.expiresAt.toISOString() }
  if (!(await insertOnce(payload, 'leases', used, 'name')).inserted) return
  // Not from spam: what a person has decided meanwhile stands.
  await releaseSubmission(payload, submission.id, { name: 'proof of work' }, ['held'])
}
