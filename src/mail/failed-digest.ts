import type { Payload } from 'payload'
import type { Stop } from '@/platform/background'
import { digestDay, digestTime } from '@/platform/digest-day'
import { repeat } from '@/platform/repeat'
import { zoneOrUtc } from '@/platform/time-zone'
import { DEFAULT_LOCALE } from '@/site/locales'
import { type FailedMail, failedDigestMail } from './emails/failed-digest'
import { owe } from './outbox'

const INTERVAL_MS = 60_000

/** The kind of this mail. One that fails itself is no news: there would be a mail about it every day. */
const KIND = 'failed-digest'

const PREFIX = 'failed-mail:'

const all = { limit: 0, pagination: false, depth: 0, overrideAccess: true } as const

/** Digests of more admins than these are not looked through for the day before. */
const MOST_DIGESTS = 200

const keyOf = (day: string, admin: string) => `${PREFIX}${day}:${admin}`
const dayOf = (key: string) => key.slice(PREFIX.length).split(':', 1)[0] ?? ''

/** The digests that were written, the latest first, by their keys. */
async function digestKeys(payload: Payload): Promise<string[]> {
  const { docs } = await payload.find({
    collection: 'emails',
    where: { kind: { equals: KIND } },
    select: { key: true },
    sort: '-createdAt',
    joins: false,
    ...all,
    limit: MOST_DIGESTS,
  })
  return docs.map(({ key }) => key)
}

/** Mails that failed after one moment and until another: a failed mail changes no more. */
async function failedBetween(payload: Payload, after: Date, until: Date): Promise<FailedMail[]> {
  const { docs } = await payload.find({
    collection: 'emails',
    where: {
      and: [
        { state: { equals: 'failed' } },
        { kind: { not_equals: KIND } },
        { updatedAt: { greater_than: after.toISOString() } },
        { updatedAt: { less_than_equal: until.toISOString() } },
      ],
    },
    select: { subject: true, to: true, updatedAt: true },
    sort: '-updatedAt',
    joins: false,
    ...all,
  })
  return docs
}

/** Puts to each mail what the server said at the last attempt. */
async function withReplies(payload: Payload, failed: FailedMail[]): Promise<FailedMail[]> {
  const { docs } = await payload.find({
    collection: 'email-attempts',
    where: { email: { in: failed.map(({ id }) => id) } },
    select: { email: true, reply: true },
    sort: 'number',
    ...all,
  })
  const replies = new Map(docs.map(({ email, reply }) => [typeof email === 'string' ? email : email.id, reply]))
  return failed.map((mail) => ({ ...mail, reply: replies.get(mail.id) }))
}

async function admins(payload: Payload): Promise<{ id: string; name?: string | null; email: string }[]> {
  const { docs } = await payload.find({
    collection: 'users',
    where: { and: [{ roles: { in: ['admin'] } }, { active: { not_equals: false } }] },
    ...all,
  })
  return docs
}

/**
 * Once a day, tells every admin what failed since the day they were told last; nothing on a day without. The moment
 * that divides the days is the same for all processes, so that each failure is told once, and the key of each mail
 * makes it owed once.
 */
export async function oweFailedDigest(payload: Payload, now = new Date()): Promise<void> {
  const settings = await payload.findGlobal({ slug: 'settings', depth: 0 })
  const timeZone = zoneOrUtc(settings.timeZone)
  const day = digestDay(now, timeZone)
  if (!day) return
  const [keys, recipients] = await Promise.all([digestKeys(payload), admins(payload)])
  const missed = recipients.filter(({ id }) => !keys.includes(keyOf(day, id)))
  if (missed.length === 0) return
  const last = keys.map(dayOf).find((other) => other < day)
  const failed = await failedBetween(
    payload,
    last ? digestTime(last, timeZone) : new Date(0),
    digestTime(day, timeZone),
  )
  if (failed.length === 0) return
  const mail = await failedDigestMail(await withReplies(payload, failed), {
    locale: settings.defaultLocale ?? DEFAULT_LOCALE,
    timeZone,
  })
  for (const { id, name, email } of missed) {
    await owe(payload, { key: keyOf(day, id), kind: KIND, to: { name: name ?? '', address: email }, ...mail })
  }
}

/** Looks every minute whether the day's digest is due. @returns a function that stops it */
export const startFailedDigest = (payload: Payload): Stop =>
  repeat(payload, 'The digest of failed mail', INTERVAL_MS, () => oweFailedDigest(payload))
