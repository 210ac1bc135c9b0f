import type { Payload } from 'payload'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'

type Account = { email: string; password?: string; roles?: string[]; isDemo?: boolean }

/** The part of Payload that accounts use, over a list. */
function usersOnly(users: Account[]): Payload {
  const find = async ({ where }: { where: { email: { equals: string } } }) => ({
    docs: users.filter(({ email }) => email === where.email.equals),
  })
  const create = async ({ data }: { data: Account }) => users.push(data)
  return { find, create } as unknown as Payload
}

// The environment is read once for each load of its module.
beforeEach(() => vi.resetModules())
afterEach(() => vi.unstubAllEnvs())

it('takes the admin from the environment, as an account which is not part of the demo', async () => {
  vi.stubEnv('ADMIN_EMAIL', 'operator@example.org')
  vi.stubEnv('ADMIN_PASSWORD', 'chosen by the operator')
  const users: Account[] = []
  const { createAccounts } = await import('./accounts')
  const [admin] = await createAccounts(usersOnly(users))
  expect(users[0]).toMatchObject({
    email: 'operator@example.org',
    password: 'chosen by the operator',
    roles: ['admin'],
  })
  expect(users.map(({ isDemo }) => isDemo ?? false)).toEqual([false, true, true, true])
  expect(admin).toEqual({ role: 'admin', email: 'operator@example.org', password: '(ADMIN_PASSWORD)' })
})

it('leaves an account alone that somebody made under the address of a demo account', async () => {
  const own = { email: 'editor@example.com', password: 'their own' }
  const users: Account[] = [own]
  const { createAccounts } = await import('./accounts')
  const accounts = await createAccounts(usersOnly(users))
  expect(accounts.map(({ role }) => role)).toEqual(['admin', 'author', 'sales'])
  expect(users[0]).toBe(own)
  expect(own.password).toBe('their own')
})
