/** A stretch of time, or of a day: from the first up to, but not including, the second. */
export type Interval = { from: number; to: number }

/** What a meeting type asks of a time. All lengths in minutes. */
export type SlotRules = {
  length: number
  /** Meetings begin at multiples of this after midnight, by the clock of a host. */
  grid: number
  /** Time that is kept free around the meeting; it adds up with the buffers of its neighbours. */
  bufferBefore: number
  bufferAfter: number
  /** A meeting begins at least this long after now. */
  notice: number
  /** A meeting begins at most this many days of 24 hours after now. */
  horizonDays: number
  /** The type is not offered on a day, or in an ISO week, in which a host has this many meetings of any type. */
  limitPerDay?: number
  limitPerWeek?: number
  /** `any`: one of the hosts takes it, the one booked least recently. `all` and `fixed`: every host of the list does. */
  hostsMode: 'any' | 'all' | 'fixed'
}

/** A meeting that stands, with the buffers that it was booked with. Instants in epoch milliseconds, buffers in minutes. */
export type StandingMeeting = { id: string; start: number; end: number; bufferBefore: number; bufferAfter: number }

/** One host as the rules see them. */
export type HostCalendar = {
  id: string
  /** A host who is not active takes no meetings. */
  active: boolean
  /** IANA name. Hours, dates and limits are meant in it. */
  timeZone: string
  /** Hours of each day of the week, Monday first, in minutes after midnight by the clock. */
  weeklyHours: readonly (readonly Interval[])[]
  /** Hours of single dates (`2027-01-14`) in place of the weekly ones and of holidays; none: a day off. */
  overrides: Readonly<Record<string, readonly Interval[]>>
  /** Every meeting that stands from a week before the range asked for to a week after it: limits count whole weeks. */
  meetings: readonly StandingMeeting[]
  /** Other times that are taken, in epoch milliseconds, in any order. */
  busy: readonly Interval[]
  /** When a meeting with this host was last booked, in epoch milliseconds; never, if left out. */
  lastBookedAt?: number
}

/** All that decides which times are free. */
export type Situation = {
  rules: SlotRules
  hosts: readonly HostCalendar[]
  /** Dates (`2027-01-01`) on which nobody works, each in the zone of the host. */
  holidays: readonly string[]
  /** Epoch milliseconds. */
  now: number
}

/** A time that may be booked, in epoch milliseconds, and who could take it: with `any`, whose turn it is comes first. */
export type Slot = { start: number; end: number; hosts: string[] }
