import type { Host } from '@/payload-types'
import { DAY_MS } from './availability/intervals'
import type { HostCalendar, Interval } from './availability/types'
import { stretchOf } from './fields/clock-time'
import { WEEKDAYS } from './fields/host-hours'

/** The longest that one line of other hours is read: a slip of the year must not fill the memory. */
const LONGEST_DAYS = 732

/** The date of a field without a time: Payload keeps noon of UTC for it. */
export const dateOf = (value: string) => new Date(value).toISOString().slice(0, 10)

function weeklyHoursOf({ weeklyHours }: Pick<Host, 'weeklyHours'>): Interval[][] {
  return WEEKDAYS.map((day) =>
    (weeklyHours ?? []).flatMap((row) => {
      const stretch = row.days.includes(day) ? stretchOf(row) : undefined
      return stretch ? [stretch] : []
    }),
  )
}

function datesBetween(first: string, last: string): string[] {
  const from = Date.parse(first)
  const days = Math.min((Date.parse(last) - from) / DAY_MS + 1, LONGEST_DAYS)
  return Array.from({ length: Math.max(days, 0) }, (_, day) => new Date(from + day * DAY_MS).toISOString().slice(0, 10))
}

function overridesOf({ overrides }: Pick<Host, 'overrides'>): Record<string, Interval[]> {
  const byDate: Record<string, Interval[]> = {}
  for (const row of overrides ?? []) {
    const first = dateOf(row.date)
    const stretch = stretchOf(row)
    for (const date of datesBetween(first, row.until ? dateOf(row.until) : first)) {
      byDate[date] = [...(byDate[date] ?? []), ...(stretch ? [stretch] : [])]
    }
  }
  return byDate
}

/** The hours of a host as the rules take them; what is taken of them is somebody else's to add. */
export const hoursOf = (
  host: Host,
): Pick<HostCalendar, 'id' | 'active' | 'timeZone' | 'weeklyHours' | 'overrides'> => ({
  id: host.id,
  active: host.active !== false,
  timeZone: host.timeZone,
  weeklyHours: weeklyHoursOf(host),
  overrides: overridesOf(host),
})
