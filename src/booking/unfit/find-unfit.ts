import { createHash } from 'node:crypto'
import type { Payload, Where } from 'payload'
import type { Meeting } from '@/payload-types'
import { type Unfit, unfitFor } from '../availability/unfit'
import { mailKey } from '../follow-up/mails'
import { holidayDates, hostTimes } from '../host-times'
import { hostsOf, timesOf } from '../snapshot'

/** Why a meeting no longer fits, host by host. `not-of-type`: the host no longer takes meetings of its type. */
export type UnfitReason = { host: string; name: string; why: Unfit['why'] | 'not-of-type' }

type Against = Pick<UnfitReason, 'host' | 'why'> & Pick<Unfit, 'with'>

/** A confirmed meeting of the future that no longer fits what its hosts can do. */
export type UnfitMeeting = Pick<Meeting, 'id' | 'start' | 'end' | 'typeName' | 'sequence' | 'timeZone'> & {
  guest: string
  hosts: { id: string; name: string; timeZone: string }[]
  reasons: UnfitReason[]
  /** Stands for the time and the reasons: whoever decides to keep the meeting decides it in sight of these. */
  mark: string
  /** When the guest was asked to choose another time, as ISO text; absent if they were not. */
  askedAt?: string
}

/** Which meetings are asked for; all of them when nothing is said. */
export type UnfitScope = {
  host?: string
  type?: string
  /** Only meetings of one of these hosts. */
  ownHosts?: readonly string[]
}

const ALL = { pagination: false, limit: 0, depth: 0, overrideAccess: true } as const
const FIELDS = {
  start: true,
  end: true,
  typeName: true,
  type: true,
  name: true,
  hosts: true,
  snapshot: true,
  sequence: true,
  timeZone: true,
  keptDespite: true,
} as const

const idOf = (relation: string | { id: string }) => (typeof relation === 'string' ? relation : relation.id)

/** The mail that asks the guest of a meeting to choose another time: one for each time that it had. */
export const askKey = (meeting: Pick<Meeting, 'id' | 'sequence'>) => mailKey(meeting, 'choose-again', 'guest')

/** When the guest of each meeting was asked for another time, by id. */
async function askedAt(payload: Payload, meetings: UnfitMeeting[]): Promise<Map<string, string>> {
  const where: Where = { key: { in: meetings.map(askKey) } }
  const select = { key: true, createdAt: true } as const
  const { docs } = await payload.find({ ...ALL, collection: 'emails', where, select, joins: false })
  const byKey = new Map(docs.map(({ key, createdAt }) => [key, createdAt]))
  return new Map(
    meetings.flatMap((meeting) => {
      const asked = byKey.get(askKey(meeting))
      return asked ? [[meeting.id, asked] as const] : []
    }),
  )
}

/**
 * The confirmed meetings of the future that no longer fit, in order of time: the same function decides it that decides
 * what can be booked, by the rules that each meeting was booked with and the hosts as they are now. Left out are those
 * that somebody decided to keep, until their time or what speaks against them changes.
 */
export async function meetingsThatNoLongerFit(
  payload: Payload,
  now = new Date(),
  scope: UnfitScope = {},
): Promise<UnfitMeeting[]> {
  const ahead: Where[] = [{ status: { equals: 'confirmed' } }, { start: { greater_than: now.toISOString() } }]
  const where: Where = { and: scope.type ? [...ahead, { type: { equals: scope.type } }] : ahead }
  const found = await payload.find({ ...ALL, collection: 'meetings', where, select: FIELDS, sort: 'start' })
  const concerns = (hosts: string[]) =>
    (!scope.host || hosts.includes(scope.host)) && (!scope.ownHosts || hosts.some((id) => scope.ownHosts?.includes(id)))
  const meetings = found.docs.filter((meeting) => concerns(hostsOf(meeting)))
  if (meetings.length === 0) return []

  const ids = [...new Set(meetings.flatMap(hostsOf))]
  const [times, holidays, named, types] = await Promise.all([
    hostTimes(payload, ids),
    holidayDates(payload),
    payload.find({ ...ALL, collection: 'hosts', where: { id: { in: ids } }, select: { name: true } }),
    payload.find({ ...ALL, collection: 'meeting-types', select: { hosts: true } }),
  ])
  const timesOfHost = new Map(times.map((host) => [host.id, host]))
  const names = new Map(named.docs.map(({ id, name }) => [id, name]))
  const hostsOfType = new Map(types.docs.map(({ id, hosts }) => [id, hosts.map(idOf)]))

  const unfit = meetings.flatMap((meeting): UnfitMeeting[] => {
    const hosts = hostsOf(meeting)
    const ofType = meeting.type ? hostsOfType.get(idOf(meeting.type)) : undefined
    const against = hosts.flatMap((host): Against[] => {
      const calendar = timesOfHost.get(host)
      const reason = calendar && unfitFor(timesOf(meeting), calendar, holidays)
      if (reason) return [{ host, ...reason }]
      return ofType && !ofType.includes(host) ? [{ host, why: 'not-of-type', with: [] }] : []
    })
    if (against.length === 0) return []
    const mark = createHash('sha256')
      .update(JSON.stringify([meeting.start, against]))
      .digest('hex')
    if (mark === meeting.keptDespite) return []
    const { id, start, end, typeName, name, sequence, timeZone } = meeting
    const nameOf = (host: string) => names.get(host) ?? 'a host who was deleted'
    return [
      {
        id,
        start,
        end,
        typeName,
        sequence,
        timeZone,
        guest: name,
        hosts: hosts.map((host) => ({
          id: host,
          name: nameOf(host),
          timeZone: timesOfHost.get(host)?.timeZone ?? 'UTC',
        })),
        reasons: against.map(({ host, why }) => ({ host, name: nameOf(host), why })),
        mark,
      },
    ]
  })
  const asked = unfit.length > 0 ? await askedAt(payload, unfit) : new Map<string, string>()
  return unfit.map((meeting) => ({ ...meeting, askedAt: asked.get(meeting.id) }))
}
