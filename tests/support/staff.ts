import type { Payload, TypedUser } from 'payload'
import type { Role } from '@/access/roles'

/** An account with which a test signs in: `user` for the Local API, `token` for REST and GraphQL. */
export type Account = { id: string; user: TypedUser; token: string }

const PASSWORD = 'correct horse battery'

/** Makes an account with these roles and signs it in. */
export async function createAccount(payload: Payload, name: string, roles: Role[]): Promise<Account> {
  const email = `${name}@example.com`
  const data = { name, email, password: PASSWORD, roles, active: true }
  const { id } = await payload.create({ collection: 'users', data })
  const { token, user } = await payload.login({ collection: 'users', data: { email, password: PASSWORD } })
  if (!token || !user) throw new Error(`${name} could not sign in`)
  return { id, user: { ...user, collection: 'users' }, token }
}

export type Staff = Record<Role | 'otherAuthor', Account>

/** One account for each role, and a second author to be a stranger to the first one's drafts. */
export async function createStaff(payload: Payload): Promise<Staff> {
  return {
    admin: await createAccount(payload, 'admin', ['admin']),
    editor: await createAccount(payload, 'editor', ['editor']),
    author: await createAccount(payload, 'author', ['author']),
    otherAuthor: await createAccount(payload, 'other-author', ['author']),
    sales: await createAccount(payload, 'sales', ['sales']),
  }
}
