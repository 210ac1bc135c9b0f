import type { Payload, Where } from 'payload'
import type { Email } from '@/payload-types'
import { insertOnce } from '@/platform/insert-once'
import { underLease } from '@/platform/lease'
import { unlessAborted } from '@/platform/unless-aborted'
import { ATTEMPT_LIMIT_MS, attempt, byMail, type HandOver } from './attempt'
import type { DeliveryOutcome } from './delivery-outcome'
import { endOutage, isOutage, noteOutage } from './outage'
import { nextAttempt } from './retry-schedule'
import type { MailTransport } from './transport'
import { byWebhook } from './webhook'

/** An attempt that is not over after this belongs to a process that died. Longer than any attempt may take. */
const LEASE_MS = 2 * ATTEMPT_LIMIT_MS

/** Mails handed over at the same time, so that one slow server answer does not hold up all. */
const BATCH = 5

/** After an outage one process sends one mail after another; after so many, or so long, it looks anew what is due. */
const CATCH_UP_BATCH = 50
const CATCH_UP_MS = 30_000

/**
 * Of a process that died others take over after this. An attempt may take longer: then another process begins with the
 * next mail, and order alone is lost.
 */
const CATCH_UP_LEASE_SECONDS = 60

const trusted = { depth: 0, overrideAccess: true, disableTransaction: true } as const

/** How mails are handed over, and whether the server answers at all. */
type Route = { handOver: HandOver; isReachable(): Promise<boolean>; ending?: AbortSignal }

/** What an outcome makes of the mail: sent, owed for later, or failed where everybody sees it. */
function stateAfter({ outcome }: DeliveryOutcome, failures: number): Partial<Email> {
  const now = new Date()
  if (outcome === 'sent') return { state: 'sent', sentAt: now.toISOString(), nextAttemptAt: null }
  const next = outcome === 'refused' ? undefined : nextAttempt(failures, now, Math.random())
  return next ? { state: 'queued', nextAttemptAt: next.toISOString() } : { state: 'failed', nextAttemptAt: null }
}

/** A mail stays due while the server is away, and the attempt does not count against it. */
const stateInOutage = ({ outages }: Email): Partial<Email> => ({
  state: 'queued',
  nextAttemptAt: new Date().toISOString(),
  outages: (outages ?? 0) + 1,
})

/**
 * Tries one mail, unless another process is at it. The lease is a row with a unique name per attempt. A process that
 * died after it took the lease leaves a mail that is due again when the lease is over; one that died before it said so
 * on the mail leaves a lease that stands in the way, and that number is skipped. What has come too late is not sent.
 */
async function deliver(payload: Payload, email: Email, route: Route): Promise<'tried' | 'busy' | 'away'> {
  const { id } = email
  const number = email.attempts + 1
  const startedAt = new Date()
  const update = (data: Partial<Email>) => payload.update({ collection: 'emails', id, data, ...trusted })
  if (email.notAfter && Date.parse(email.notAfter) <= startedAt.getTime()) {
    await update({ state: 'late', nextAttemptAt: null })
    return 'tried'
  }

  const lease = { lease: `${id}:${number}`, email: id, number, startedAt: startedAt.toISOString() }
  const { document, inserted } = await insertOnce(payload, 'email-attempts', lease, 'lease')
  if (!inserted) {
    const isAbandoned = startedAt.getTime() - Date.parse(document.startedAt) > LEASE_MS
    if (isAbandoned) await update({ attempts: number })
    return isAbandoned ? 'tried' : 'busy'
  }
  await update({
    state: 'sending',
    attempts: number,
    nextAttemptAt: new Date(startedAt.getTime() + LEASE_MS).toISOString(),
  })
  const result = await attempt(email, route.handOver, route.ending)
  const isAway = result.outcome === 'error' && !(await route.isReachable())
  if (isAway) await noteOutage(payload)
  await update(
    isAway ? stateInOutage(email) : stateAfter(result, number - (email.attemptsBefore ?? 0) - (email.outages ?? 0)),
  )
  const finished = { finishedAt: new Date().toISOString(), ...result }
  await payload.update({ collection: 'email-attempts', id: document.id, data: finished, ...trusted })
  const { outcome, reply } = result
  // The reply itself stands with the attempt, for those who may read mail: it names the recipient.
  const code = /^\d{3}(?:[ -]\d\.\d{1,3}\.\d{1,3})?/.exec(reply)?.[0]
  if (outcome !== 'sent') payload.logger.warn({ msg: 'A mail was not taken', email: id, number, outcome, code })
  return isAway ? 'away' : 'tried'
}

/** What is due, the oldest first: ids are UUIDv7, which begin with the time they were made. */
async function due(payload: Payload, channel: Where, limit: number): Promise<Email[]> {
  const now = new Date().toISOString()
  const { docs } = await payload.find({
    collection: 'emails',
    where: { and: [{ state: { in: ['queued', 'sending'] } }, { nextAttemptAt: { less_than_equal: now } }, channel] },
    sort: 'id',
    limit,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    joins: false,
  })
  return docs
}

const MAIL: Where = { channel: { not_equals: 'webhook' } }
const WEBHOOK: Where = { channel: { equals: 'webhook' } }

/**
 * Sends what waited for the server, one mail after another so that the oldest arrive first. A mail that the server does
 * not take is put off as always, and the next one's turn comes.
 * @returns how many mails were tried; zero while the server is away, and when nothing waits any more
 */
async function catchUp(payload: Payload, route: Route): Promise<number> {
  if (!(await route.isReachable())) return 0
  const emails = await due(payload, MAIL, CATCH_UP_BATCH)
  const until = Date.now() + CATCH_UP_MS
  let tried = 0
  for (const email of emails) {
    if (route.ending?.aborted || Date.now() > until) return tried
    const result = await deliver(payload, email, route)
    if (result === 'away') return 0
    if (result === 'tried') tried += 1
  }
  if (emails.length < CATCH_UP_BATCH) await endOutage(payload)
  return tried
}

/**
 * The results of deliveries, once all of them are over: one that the database fails must not leave the others to nobody,
 * since whoever ends waits for what is under way.
 * @throws what one of them threw
 */
async function onceAllAreOver<T>(deliveries: Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(deliveries)
  return Promise.all(deliveries)
}

/** Tries several at the same time. @returns how many were tried */
async function deliverBatch(
  payload: Payload,
  channel: Where,
  route: Route,
  busy: readonly string[] = [],
): Promise<number> {
  const emails = await due(payload, { and: [channel, { id: { not_in: [...busy] } }] }, BATCH)
  const results = await onceAllAreOver(emails.map((email) => deliver(payload, email, route)))
  const tried = results.filter((result) => result !== 'busy').length
  // Others are at all of these, or died while they were: what comes behind waits for none of them.
  if (tried > 0 || emails.length < BATCH) return tried
  return deliverBatch(payload, channel, route, [...busy, ...emails.map(({ id }) => id)])
}

async function deliverMails(payload: Payload, transport: MailTransport, ending?: AbortSignal): Promise<number> {
  const probe = () => unlessAborted(ending, transport.isReachable?.() ?? Promise.resolve(true), true)
  const route = { handOver: byMail(payload, transport), isReachable: probe, ending }
  if (await isOutage(payload)) {
    const work = () => catchUp(payload, route)
    return (await underLease(payload, 'mail after an outage', CATCH_UP_LEASE_SECONDS, work)) ?? 0
  }
  // Mails of a batch that fail together ask once.
  let probed: Promise<boolean> | undefined
  const isReachable = () => {
    probed ??= probe()
    return probed
  }
  return deliverBatch(payload, MAIL, { ...route, isReachable })
}

/**
 * Tries the mails and the calls of webhooks that are due, the oldest first. When the mail server does not answer at all,
 * mail waits until it does: an attempt that finds it away costs a mail nothing. A webhook that is away is retried as a
 * mail that is put off.
 * @param ending gives up the attempts under way when it aborts
 * @param callWebhook how a webhook is called: a test has its server on this machine
 * @returns how many this process tried; zero means that there is nothing to do for it now
 */
export async function deliverDue(
  payload: Payload,
  transport: MailTransport,
  ending?: AbortSignal,
  callWebhook: HandOver = byWebhook(payload),
): Promise<number> {
  const calls: Route = { handOver: callWebhook, isReachable: async () => true, ending }
  const tried = await onceAllAreOver([deliverMails(payload, transport, ending), deliverBatch(payload, WEBHOOK, calls)])
  return tried.reduce((sum, count) => sum + count, 0)
}
