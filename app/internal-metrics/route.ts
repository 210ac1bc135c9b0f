import { heldMessages, unfinishedMessages } from '@/leads/queries'
import { outboxFigures } from '@/mail/queries'
import { currentPayload } from '@/platform/current-payload'
import { lastProbe } from '@/platform/database-health'
import { waitingJobs } from '@/platform/jobs'
import type { AppFigures } from '@/platform/metrics'
import { respond } from '@/platform/render-context'

export const dynamic = 'force-dynamic'

async function figures(): Promise<Partial<AppFigures>> {
  const payload = currentPayload()
  const { health, seconds: databaseSeconds } = await lastProbe(payload)
  if (health !== 'ok') return { databaseUp: false, databaseSeconds }
  const [outbox, held, unfinished, jobs] = await Promise.all([
    outboxFigures(payload),
    heldMessages(payload),
    unfinishedMessages(payload),
    waitingJobs(payload),
  ])
  const messages = { heldMessages: held, unfinishedMessages: unfinished }
  return { databaseUp: true, databaseSeconds, ...outbox, ...messages, waitingJobs: jobs }
}

/** The app's part of `/metrics`, for the server alone: no visitor reaches this address. */
export async function GET(): Promise<Response> {
  respond({ keep: false })
  return Response.json(await figures(), { headers: { 'Cache-Control': 'no-store' } })
}
