import type { Meeting } from '@/payload-types'
import { CELL_MS, occupied } from '../availability/intervals'
import type { Interval } from '../availability/types'
import { isoDate, localDay, mondayOf, offsetAt, offsetSpans } from '../availability/zone'
import { hostsOf, snapshotOf } from '../snapshot'

/** What is held of a host's time: when, and with which buffers (minutes). */
export type HeldTime = {
  hosts: readonly string[]
  start: number
  end: number
  bufferBefore: number
  bufferAfter: number
}

const cellKey = (host: string, instant: number) => `${host}/cell/${new Date(instant).toISOString().slice(0, 16)}Z`

/** One key for each host and cell, in an order that all bookings share: of two that overlap, one gets all it needs. */
export function cellKeys(held: HeldTime): string[] {
  const { from, to } = occupied(held, held)
  const cells = Array.from({ length: (to - from) / CELL_MS }, (_, index) => from + index * CELL_MS)
  return held.hosts.toSorted().flatMap((host) => cells.map((cell) => cellKey(host, cell)))
}

/** The host and time of a key that stands for a cell. */
export function cellOf(key: string): { host: string; cell: Interval } | undefined {
  const [host = '', kind, instant = ''] = key.split('/')
  if (kind !== 'cell') return undefined
  const from = Date.parse(instant)
  return { host, cell: { from, to: from + CELL_MS } }
}

/** What the keys of a host's numbered places begin with, on the local day and in the ISO week of an instant. */
export function placePrefixes(host: string, timeZone: string, start: number): { day: string; week: string } {
  const day = localDay(start, offsetAt(offsetSpans(timeZone, { from: start, to: start + 1 }), start))
  return { day: `${host}/day/${isoDate(day)}/`, week: `${host}/week/${isoDate(mondayOf(day))}/` }
}

/** All keys that a meeting which stands must hold. */
export function keysOf(meeting: Pick<Meeting, 'hosts' | 'start' | 'end' | 'snapshot' | 'places'>): string[] {
  const { bufferBefore, bufferAfter } = snapshotOf(meeting)
  const start = Date.parse(meeting.start)
  const end = Date.parse(meeting.end)
  const places = (meeting.places ?? []) as string[]
  return [...cellKeys({ hosts: hostsOf(meeting), start, end, bufferBefore, bufferAfter }), ...places]
}
