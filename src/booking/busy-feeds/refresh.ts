import type { Payload } from 'payload'
import type { BusyFeed, Host } from '@/payload-types'
import type { Stop } from '@/platform/background'
import { env } from '@/platform/env'
import type { GuardedRequest } from '@/platform/guarded-fetch'
import { insertOnce } from '@/platform/insert-once'
import { underLease } from '@/platform/lease'
import { repeat } from '@/platform/repeat'
import { DAY_MS } from '../availability/intervals'
import { busyTimes } from '../calendar/busy-times'
import { isMeetingUid } from '../calendar/meeting-uid'
import { feedProblem, readFeed } from './read-feed'

/** How old a copy gets before the calendar is read again. */
const MAX_AGE_MS = 10 * 60_000

const LOOK_EVERY_MS = 60_000

/** What one round reads, and at the same time: with the time limit of a feed it is over long before its lease. */
const ROUND = 20
const AT_ONCE = 4
const LEASE_SECONDS = 5 * 60

/** Nothing can be booked further ahead than a year. */
const AHEAD_MS = 366 * DAY_MS

const trusted = { depth: 0, overrideAccess: true, disableTransaction: true } as const

/** What was read of the other calendar of a host, if it ever was. */
export async function feedOf(payload: Payload, host: string): Promise<BusyFeed | undefined> {
  const where = { host: { equals: host } }
  return (await payload.find({ collection: 'busy-feeds', where, limit: 1, pagination: false, ...trusted })).docs[0]
}

type Reading = Partial<Pick<BusyFeed, 'state' | 'problem' | 'checkedAt' | 'goodAt' | 'copy' | 'busy'>>

async function keep(payload: Payload, host: string, known: BusyFeed | undefined, reading: Reading): Promise<void> {
  const first = { host, state: 'ok' as const, ...reading }
  const { document, inserted } = known
    ? { document: known, inserted: false }
    : await insertOnce(payload, 'busy-feeds', first, 'host')
  if (!inserted) await payload.update({ collection: 'busy-feeds', id: document.id, data: reading, ...trusted })
}

/**
 * Reads the other calendar of a host. One that cannot be read says so on its row, and goes on to block the times of its
 * last good copy; a host without another calendar keeps no row.
 */
export async function refreshBusyFeed(
  payload: Payload,
  { id, timeZone, busyFeed }: Pick<Host, 'id' | 'timeZone' | 'busyFeed'>,
  now: Date,
  allow?: GuardedRequest['allow'],
): Promise<void> {
  const { url, file } = busyFeed ?? {}
  if (!url && !file) {
    await payload.db.deleteMany({ collection: 'busy-feeds', where: { host: { equals: id } } })
    return
  }
  const range = { from: now.getTime() - DAY_MS, to: now.getTime() + AHEAD_MS }
  const { hostname } = new URL(env().SITE_URL)
  const busyIn = (copy: string) => busyTimes(copy, { timeZone, range, isIgnored: (uid) => isMeetingUid(uid, hostname) })

  async function readNow(): Promise<Reading> {
    const copy = url ? await readFeed(url, allow) : (file ?? '')
    return { state: 'ok', problem: null, goodAt: now.toISOString(), copy, busy: busyIn(copy) }
  }
  const known = await feedOf(payload, id)
  const reading = await readNow().catch((error): Reading => {
    // Read anew: its repetitions have come into the range, and the host may have moved to another zone.
    const problem = feedProblem(error)
    try {
      return { state: 'failing', problem, busy: known?.copy ? busyIn(known.copy) : [] }
    } catch {
      // An event of the copy that cannot be read has come into the range: what it blocked before stays blocked.
      return { state: 'failing', problem }
    }
  })
  await keep(payload, id, known, { ...reading, checkedAt: now.toISOString() })
}

/** The hosts whose calendar was not read for ten minutes, or who were changed since, the longest waiting first. */
async function due(payload: Payload, now: Date): Promise<Host[]> {
  const all = { limit: 0, pagination: false, ...trusted }
  const [hosts, feeds] = await Promise.all([
    payload.find({ collection: 'hosts', where: { active: { equals: true } }, ...all }),
    payload.find({ collection: 'busy-feeds', select: { host: true, checkedAt: true }, ...all }),
  ])
  const checked = new Map(feeds.docs.map(({ host, checkedAt }) => [host, Date.parse(checkedAt ?? '') || 0]))
  const checkedAt = ({ id }: Host) => checked.get(id) ?? 0
  return hosts.docs
    .filter((host) => host.busyFeed?.url || host.busyFeed?.file || checked.has(host.id))
    .filter((host) => now.getTime() - checkedAt(host) >= MAX_AGE_MS || Date.parse(host.updatedAt) > checkedAt(host))
    .sort((a, b) => checkedAt(a) - checkedAt(b))
    .slice(0, ROUND)
}

/**
 * Reads the calendars that are due, unless another process is at it.
 * @returns how many were read
 */
export async function refreshBusyFeeds(payload: Payload, now: Date, allow?: GuardedRequest['allow']): Promise<number> {
  const read = await underLease(payload, 'busy-feeds', LEASE_SECONDS, async () => {
    const hosts = await due(payload, now)
    for (let first = 0; first < hosts.length; first += AT_ONCE) {
      const some = hosts.slice(first, first + AT_ONCE)
      await Promise.all(some.map((host) => refreshBusyFeed(payload, host, now, allow)))
    }
    return hosts.length
  })
  return read ?? 0
}

/** Keeps the other calendars of hosts up to date. */
export function startBusyFeeds(payload: Payload): Stop {
  return repeat(payload, 'Reading the calendars of hosts', LOOK_EVERY_MS, async () => {
    await refreshBusyFeeds(payload, new Date())
  })
}
