import { GuardedFetchError, type GuardedRequest, guardedFetch } from '@/platform/guarded-fetch'
import { CALENDAR_LIMIT_BYTES, CalendarFileError } from '../calendar/calendar-file'

const TIMEOUT_MS = 15_000

/** Calendars are often asked for at an address that leads on to where they lie. */
const REDIRECTS = 5

/** The scheme by which calendar programs subscribe; it is http(s) by another name. */
const asked = (address: string) => address.trim().replace(/^webcals?:/i, 'https:')

/**
 * Fetches the calendar at an address that a host entered: bounded in time and size, and never from the inside network.
 * @returns the file as text
 * @throws an error for which `feedProblem` has words
 */
export async function readFeed(address: string, allow?: GuardedRequest['allow']): Promise<string> {
  // No headers: a request that has some is not led on to another site.
  const limits = { timeoutMs: TIMEOUT_MS, maxBytes: CALENDAR_LIMIT_BYTES, redirects: REDIRECTS, allow }
  const { status, body } = await guardedFetch(asked(address), limits)
  if (status !== 200) throw new CalendarFileError(`The server of the calendar answered ${status}.`)
  return body.toString('utf8')
}

/** What a host can do about a server that cannot be reached, by the code of Node's error. */
const ADVICE: Record<string, string> = {
  ENOTFOUND: 'There is no server of this name: check the address.',
  ECONNREFUSED: 'It takes no connections: check the address.',
  CERT_HAS_EXPIRED: 'Its certificate has expired.',
}

/** Why a feed could not be read, for the host; without its address, which is a secret. */
export function feedProblem(error: unknown): string {
  if (error instanceof CalendarFileError || error instanceof GuardedFetchError) return error.message
  const code = (error as NodeJS.ErrnoException).code
  if (!code) return 'The calendar could not be read.'
  return `The server of the calendar cannot be reached. ${ADVICE[code] ?? `The error is ${code}.`}`
}
