import type { Payload } from 'payload'
import { env } from '@/platform/env'

/** How the outbox is: `failed` needs a person, `waiting` is on its way. */
export type MailStatus = { mode: 'smtp' | 'files'; failed: number; waiting: number }

export async function mailStatus(payload: Payload): Promise<MailStatus> {
  const count = async (states: string[]) =>
    (await payload.count({ collection: 'emails', where: { state: { in: states } }, overrideAccess: true })).totalDocs
  const [failed, waiting] = await Promise.all([count(['failed']), count(['queued', 'sending'])])
  return { mode: env().SMTP_URL ? 'smtp' : 'files', failed, waiting }
}
