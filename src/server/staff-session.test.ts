import { createHash } from 'node:crypto'
import { SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { staffSession } from './staff-session'

const SECRET = 'a-secret-of-this-test-0123456789abcdef'
const NOW = Date.UTC(2026, 0, 1)

/** A session, made by the library that makes them in production. */
const signed = (alg = 'HS256', exp = NOW / 1000 + 60, secret = SECRET) =>
  new SignJWT({ id: '1', collection: 'users' })
    .setProtectedHeader({ alg, typ: 'JWT' })
    .setExpirationTime(exp)
    .sign(new TextEncoder().encode(createHash('sha256').update(secret).digest('hex').slice(0, 32)))

const session = (cookies: string | undefined) => staffSession(cookies, SECRET, NOW)

test('a genuine session is found among other cookies, and nothing but it is handed on', async () => {
  const token = await signed()
  expect(session(`a=1; payload-token=${token}; b=2`)).toBe(`payload-token=${token}`)
})

test('one that expired, by now or this very second, is none', async () => {
  expect(session(`payload-token=${await signed('HS256', NOW / 1000 - 1)}`)).toBeUndefined()
  expect(session(`payload-token=${await signed('HS256', NOW / 1000)}`)).toBeUndefined()
})

test('one signed otherwise is none', async () => {
  expect(session(`payload-token=${await signed('HS512')}`)).toBeUndefined()
  expect(session(`payload-token=${await signed('HS256', undefined, 'another')}`)).toBeUndefined()
})

test.each([
  undefined,
  '',
  'payload-token=',
  'payload-token=a',
  'payload-token=a.b.c',
  'payload-token=..',
  'payload-token=%00',
  'xpayload-token=a.b.c',
])('no session: %s', (cookies) => {
  expect(session(cookies)).toBeUndefined()
})
