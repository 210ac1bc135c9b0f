import type { Payload } from 'payload'
import { ROLES, type Role } from '@/access/roles'
import { randomPassword } from '@/people/first-admin'
import { env } from '@/platform/env'
import { demoId } from './ids'

export type DemoAccount = { role: Role; email: string; password: string }

const NAMES: Record<Role, string> = {
  admin: 'Demo Admin',
  editor: 'Demo Editor',
  author: 'Demo Author',
  sales: 'Demo Sales',
}

/**
 * Makes one account for each role and returns what is needed to sign in. A demo account that is there already, left by
 * an interrupted run, gets a new password, since nobody has seen its first one. An account that somebody else made is
 * never touched, and one from `ADMIN_EMAIL` is not a demo account: the operator keeps it when the demo goes.
 */
export async function createAccounts(payload: Payload): Promise<DemoAccount[]> {
  const accounts: DemoAccount[] = []
  for (const role of ROLES) {
    const account =
      role === 'admin' && env().ADMIN_EMAIL ? await adminOfOperator(payload) : await demoAccount(payload, role)
    if (account) accounts.push(account)
  }
  return accounts
}

async function adminOfOperator(payload: Payload): Promise<DemoAccount | undefined> {
  const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = env()
  if (!email || !password) return undefined
  if (!(await findAccount(payload, email))) {
    const data = { name: 'Admin', email, password, roles: ['admin' as const], active: true }
    await payload.create({ collection: 'users', data })
  }
  // A password somebody chose is not for repeating on a terminal or in a file.
  return { role: 'admin', email, password: '(ADMIN_PASSWORD)' }
}

async function demoAccount(payload: Payload, role: Role): Promise<DemoAccount | undefined> {
  const account = { role, email: `${role}@example.com`, password: randomPassword() }
  const data = {
    name: NAMES[role],
    email: account.email,
    password: account.password,
    roles: [role],
    active: true,
    isDemo: true,
  }
  const existing = await findAccount(payload, account.email)
  if (existing && !existing.isDemo) return undefined
  if (existing) await payload.update({ collection: 'users', id: existing.id, data })
  else await payload.create({ collection: 'users', data: { ...data, id: demoId('users', role) } })
  return account
}

async function findAccount(payload: Payload, email: string) {
  const { docs } = await payload.find({ collection: 'users', where: { email: { equals: email } }, limit: 1, depth: 0 })
  return docs[0]
}

/** The id of the demo account with this role, or undefined where it was not made. */
export async function accountWithRole(payload: Payload, role: Role): Promise<string | undefined> {
  return (await findAccount(payload, `${role}@example.com`))?.id
}
