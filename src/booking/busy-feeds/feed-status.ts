import type { BusyFeed, Host } from '@/payload-types'
import type { Interval } from '../availability/types'

/**
 * How the other calendar of a host is doing, and the sentences that say so. `none`: the host has none; `waiting`: it was
 * not read since the host was saved; `failing`: it could not be read when it was last tried.
 */
export type FeedStatus = { state: 'none' | 'waiting' | 'ok' | 'failing'; words: string }

const UNITS = [
  ['day', 24 * 60 * 60_000],
  ['hour', 60 * 60_000],
  ['minute', 60_000],
] as const

const relative = new Intl.RelativeTimeFormat('en')

/** `3 hours ago`, in the largest unit of which there is a whole one. */
function ago(moment: string, now: Date): string {
  const age = now.getTime() - Date.parse(moment)
  const [unit, length] = UNITS.find(([, length]) => age >= length) ?? []
  return unit ? relative.format(-Math.floor(age / length), unit) : 'just now'
}

function blocked(busy: BusyFeed['busy'], now: Date): string {
  const count = ((busy ?? []) as Interval[]).filter(({ to }) => to > now.getTime()).length
  if (count === 0) return 'no time'
  return count === 1 ? 'one time' : `${count} times`
}

const sentence = (text: string) => (text.endsWith('.') ? text : `${text}.`)

/**
 * Says how the other calendar of a host is doing.
 * @param feed what was read of it, if it was ever read
 */
export function feedStatus(
  { active, busyFeed, updatedAt }: Pick<Host, 'active' | 'busyFeed' | 'updatedAt'>,
  feed: Pick<BusyFeed, 'state' | 'problem' | 'checkedAt' | 'goodAt' | 'busy'> | undefined,
  now: Date,
): FeedStatus {
  if (!busyFeed?.url && !busyFeed?.file) return { state: 'none', words: 'No other calendar is given.' }
  const checkedAt = feed?.checkedAt
  if (!feed || !checkedAt || Date.parse(updatedAt) > Date.parse(checkedAt)) {
    const words = active === false ? 'It is not read while the host is not active.' : 'It will be read within a minute.'
    return { state: 'waiting', words }
  }
  const times = blocked(feed.busy, now)
  if (feed.state === 'ok') return { state: 'ok', words: `Read ${ago(checkedAt, now)}. It blocks ${times} from now on.` }
  const meanwhile = feed.goodAt
    ? `Its last good copy, read ${ago(feed.goodAt, now)}, is used meanwhile. It blocks ${times} from now on.`
    : 'It was never read, so nothing in it blocks a time.'
  const why = sentence(feed.problem ?? 'The calendar could not be read')
  return {
    state: 'failing',
    words: `It could not be read ${ago(checkedAt, now)}. ${why} ${meanwhile}`,
  }
}
