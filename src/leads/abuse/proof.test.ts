import { solveChallenge } from 'altcha-lib/v1'
import { beforeAll, expect, it } from 'vitest'
import { proofChallenge, readProof } from './proof'

const secret = 'a secret of the site'
const now = new Date('2026-03-01T10:00:00Z')
let solution: { algorithm: string; challenge: string; number: number; salt: string; signature: string }

beforeAll(async () => {
  const { algorithm, challenge, salt, signature } = await proofChallenge(secret, 'one', now)
  const solved = await solveChallenge(challenge, salt).promise
  solution = { algorithm, challenge, salt, signature, number: solved?.number ?? -1 }
})

const read = (change: Partial<typeof solution> = {}, at = now) =>
  readProof(secret, JSON.stringify({ ...solution, ...change }), at)

it('reads whose proof it is', async () => {
  expect(await read()).toMatchObject({ submission: 'one', challenge: solution.challenge })
})

it('refuses a wrong number, a changed salt, another message and another key', async () => {
  expect(await read({ number: solution.number + 1 })).toBeUndefined()
  expect(await read({ salt: `0${solution.salt}` })).toBeUndefined()
  expect(await read({ salt: solution.salt.replace('submission=one', 'submission=two') })).toBeUndefined()
  expect(await readProof('another secret', JSON.stringify(solution), now)).toBeUndefined()
  expect(await readProof(secret, 'no JSON', now)).toBeUndefined()
})

it('ends after 30 minutes', async () => {
  expect(await read({}, new Date('2026-03-01T10:29:59Z'))).toBeDefined()
  expect(await read({}, new Date('2026-03-01T10:30:00Z'))).toBeUndefined()
})
