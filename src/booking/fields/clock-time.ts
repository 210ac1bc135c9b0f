import type { Interval } from '../availability/types'

const CLOCK = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/

/** Minutes after midnight of `09:30`; `24:00` is the end of the day. @returns undefined for anything else */
export function minutesOf(clock: string | null | undefined): number | undefined {
  const [match, hours, minutes] = CLOCK.exec(clock ?? '') ?? []
  if (match === undefined) return undefined
  return match === '24:00' ? 24 * 60 : Number(hours) * 60 + Number(minutes)
}

/** The stretch of a day between two times of the clock. @returns undefined if that is not forwards */
export function stretchOf(row: { from?: string | null; to?: string | null }): Interval | undefined {
  const from = minutesOf(row.from)
  const to = minutesOf(row.to)
  return from !== undefined && to !== undefined && from < to ? { from, to } : undefined
}
