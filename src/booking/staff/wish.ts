import type { ContactSubmission } from '@/payload-types'
import { isTimeZone } from '@/platform/time-zone'
import { isOfQuestion } from '../form/booking-request'
import { GUESTS_KEY, PREFERRED_KEY, TYPE_KEY, ZONE_KEY } from '../request'

/** A meeting that a message asks for. */
export type Wish = {
  /** Slug of the meeting type. */
  type: string
  /** The times that would suit, in the order of the message, as ISO 8601 in UTC. */
  times: string[]
  /** IANA name. */
  zone: string
  /** Addresses of further guests. */
  guests: string[]
  /** What was answered to the questions of the type. */
  answers: Answer[]
}

type Answer = { key: string; label: string; value: string }

/** What a message asks for, if it asks for a meeting. */
export function wishOf({ answers }: Pick<ContactSubmission, 'answers'>): Wish | undefined {
  const given = (Array.isArray(answers) ? answers : []) as Answer[]
  const valueOf = (key: string) => given.find((answer) => answer.key === key)?.value ?? ''
  const times = given
    .filter(({ key, value }) => key === PREFERRED_KEY && !Number.isNaN(Date.parse(value)))
    .map(({ value }) => new Date(value).toISOString())
  const [type, zone] = [valueOf(TYPE_KEY), valueOf(ZONE_KEY)]
  if (!type || times.length === 0) return undefined
  const guests = valueOf(GUESTS_KEY).split(', ').filter(Boolean)
  const shared = { zone: isTimeZone(zone) ? zone : 'UTC', guests, answers: given.filter(isOfQuestion) }
  return { type, times: [...new Set(times)], ...shared }
}
