import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import { env } from '@/platform/env'

/** A password that can be read aloud: 15 random bytes as 20 characters of base64url. */
export const randomPassword = () => randomBytes(15).toString('base64url')

/**
 * Makes the first admin of an empty site, from `ADMIN_EMAIL` and `ADMIN_PASSWORD` or with a password that is printed
 * once, so that Payload's open page for a first user is never reachable by a stranger.
 */
export async function ensureFirstAdmin(payload: Payload): Promise<void> {
  const hasUsers = async () => (await payload.count({ collection: 'users', overrideAccess: true })).totalDocs > 0
  if (await hasUsers()) return
  const { ADMIN_EMAIL, ADMIN_PASSWORD } = env()
  const email = ADMIN_EMAIL ?? 'admin@example.com'
  const password = ADMIN_PASSWORD ?? randomPassword()
  try {
    await payload.create({
      collection: 'users',
      data: { name: 'Admin', email, password, roles: ['admin'], active: true },
      overrideAccess: true,
    })
  } catch (error) {
    // Another process was faster: several may start on an empty database at the same moment.
    if (await hasUsers()) return
    throw error
  }
  if (!ADMIN_PASSWORD) {
    process.stdout.write(`\nFirst account: ${email} with the password ${password} (shown once, change it).\n\n`)
  }
}
