import { createHmac } from 'node:crypto'
import { createChallenge, extractParams, verifySolution } from 'altcha-lib/v1'
import type { Challenge, Payload as Solution } from 'altcha-lib/v1/types'

const LIFETIME_MS = 30 * 60_000

/** A second or a few of a phone, in the background. */
const LARGEST_NUMBER = 50_000

const keyOf = (secret: string) => createHmac('sha256', secret).update('proof of work').digest('hex')

/** A challenge in the format of ALTCHA, for one message and 30 minutes: both stand in its salt, which is signed. */
export function proofChallenge(secret: string, submission: string, now: Date): Promise<Challenge> {
  const expires = new Date(now.getTime() + LIFETIME_MS)
  return createChallenge({ hmacKey: keyOf(secret), maxnumber: LARGEST_NUMBER, expires, params: { submission } })
}

/** What a proof is good for: the challenge it solves, of the message with this id. */
export type Proof = { challenge: string; submission: string; expiresAt: Date }

function isSolution(value: unknown): value is Solution {
  if (typeof value !== 'object' || value === null) return false
  const { algorithm, challenge, number, salt, signature } = value as Record<string, unknown>
  const areTexts = [challenge, salt, signature].every((text) => typeof text === 'string')
  return algorithm === 'SHA-256' && areTexts && Number.isSafeInteger(number)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Reads a solved challenge, as JSON.
 * @returns undefined if it is wrong, changed, or expired
 */
export async function readProof(secret: string, text: string, now: Date): Promise<Proof | undefined> {
  const solution = parse(text)
  // The expiry is asked here, by our clock.
  if (!isSolution(solution) || !(await verifySolution(solution, keyOf(secret), false))) return undefined
  const { submission, expires } = extractParams(solution)
  const expiresAt = new Date(Number(expires) * 1000)
  return submission && expiresAt > now ? { challenge: solution.challenge, submission, expiresAt } : undefined
}
