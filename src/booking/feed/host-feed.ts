import { randomBytes } from 'node:crypto'
import type { Payload, Where } from 'payload'
import type { Host } from '@/payload-types'
import { DEFAULT_LOCALE } from '@/site/locales'
import { DAY_MS } from '../availability/intervals'
import { hostFeed } from '../calendar/host-feed'
import { calendarMeeting } from '../emails/calendar-meeting'
import { tellMeeting } from '../follow-up/tell-meeting'
import { hashOfToken } from '../manage-token'
import { hostsOf } from '../snapshot'

/** How far back the feed goes: calendars forget what it does not hold any more. */
const PAST_MS = 30 * DAY_MS

const ALL = { pagination: false, limit: 0, depth: 0, overrideAccess: true } as const

/** By itself: a save of the hours by their owner at the same moment is not undone. */
const setHash = (payload: Payload, id: string, feedTokenHash: string | null) =>
  payload.db.updateOne({ collection: 'hosts', id, data: { feedTokenHash }, returning: false })

/**
 * Makes a new address for the calendar of a host; the one before opens nothing any more.
 * @returns the unguessable part of the address, which is stored nowhere
 */
export async function renewFeed(payload: Payload, host: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await setHash(payload, host, hashOfToken(token))
  return token
}

/** From now on no address opens the calendar of a host. */
export const stopFeed = (payload: Payload, host: string) => setHash(payload, host, null)

async function hostOfToken(payload: Payload, token: string): Promise<Host | undefined> {
  const where: Where = { and: [{ feedTokenHash: { equals: hashOfToken(token) } }, { active: { equals: true } }] }
  const [host] = (await payload.find({ ...ALL, collection: 'hosts', where, limit: 1 })).docs
  if (!host) return undefined
  const closedAccount: Where = { and: [{ id: { equals: host.id } }, { 'user.active': { equals: false } }] }
  const { totalDocs } = await payload.count({ collection: 'hosts', where: closedAccount, overrideAccess: true })
  return totalDocs > 0 ? undefined : host
}

/**
 * The calendar file of a host's meetings: those of the last 30 days and all to come that stand.
 * @returns undefined for an address that opens nothing: unknown, replaced, stopped, or of somebody who is not active
 */
export async function feedOfToken(payload: Payload, token: string, now = new Date()): Promise<string | undefined> {
  const host = await hostOfToken(payload, token)
  if (!host) return undefined
  const where: Where = {
    and: [
      { status: { not_equals: 'cancelled' } },
      { start: { greater_than: new Date(now.getTime() - PAST_MS).toISOString() } },
    ],
  }
  const [{ docs }, { defaultLocale }] = await Promise.all([
    payload.find({ ...ALL, collection: 'meetings', where, sort: 'start' }),
    payload.findGlobal({ slug: 'settings', depth: 0 }),
  ])
  const reader = { role: 'host' as const, locale: defaultLocale ?? DEFAULT_LOCALE }
  const entries = []
  for (const meeting of docs.filter((meeting) => hostsOf(meeting).includes(host.id))) {
    entries.push(calendarMeeting(await tellMeeting(payload, meeting), reader))
  }
  return hostFeed(`Meetings of ${host.name}`, entries)
}
