import { isNobodyMailed, unfinishedMessages } from '@/leads/queries'
import { mailStatus } from '@/mail/queries'
import { currentPayload } from '@/platform/current-payload'
import { databaseHealth } from '@/platform/database-health'
import { env } from '@/platform/env'
import { respond } from '@/platform/render-context'
import packageJson from '../../package.json'

export const dynamic = 'force-dynamic'

/** What is wrong with mail that nobody but a person can put right. */
async function mailHealth(): Promise<'ok' | 'failed' | 'server away' | 'not sent' | 'written to files'> {
  const { failed, isServerAway, isStuck, mode } = await mailStatus(currentPayload())
  if (failed > 0) return 'failed'
  if (isServerAway) return 'server away'
  if (isStuck) return 'not sent'
  return mode === 'files' && env().NODE_ENV === 'production' ? 'written to files' : 'ok'
}

/** What is wrong with messages of the contact form that nobody but a person can put right. */
async function messageHealth(): Promise<'ok' | 'unfinished' | 'nobody is mailed'> {
  const payload = currentPayload()
  if ((await unfinishedMessages(payload)) > 0) return 'unfinished'
  return (await isNobodyMailed(payload)) ? 'nobody is mailed' : 'ok'
}

/** For load balancers and monitors: 503 while the site cannot read or write, 200 otherwise, `degraded` if someone must look. */
export async function GET(): Promise<Response> {
  respond({ keep: false })
  const { version } = packageJson
  const headers = { 'Cache-Control': 'no-store' }
  const database = await databaseHealth(currentPayload())
  if (database !== 'ok') {
    const unknown = { mail: 'unknown', messages: 'unknown' }
    return Response.json({ status: 'down', database, ...unknown, version }, { status: 503, headers })
  }
  const [mail, messages] = await Promise.all(
    [mailHealth(), messageHealth()].map((asked) => asked.catch(() => 'unknown')),
  )
  const status = mail === 'ok' && messages === 'ok' ? 'ok' : 'degraded'
  return Response.json({ status, database, mail, messages, version }, { headers })
}
