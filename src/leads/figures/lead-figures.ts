import { Temporal } from 'temporal-polyfill'
import type { Lead } from '@/payload-types'

/** How far back the figures look, the week that is under way included. */
export const WEEKS = 12

/** So many articles are named. */
const TOP_ARTICLES = 10

/** What is counted of a lead. */
export type CountedLead = Pick<Lead, 'createdAt' | 'firstAnsweredAt' | 'status'> & {
  firstTouch?: Pick<NonNullable<Lead['firstTouch']>, 'article' | 'at'>
}

/** How long people waited for their first answer, in milliseconds, and of how many that is known. */
export type AnswerTimes = { answered: number; median?: number; ninetieth?: number }

/** The leads of one week, which is named by its Monday: `2026-11-23`. */
export type Week = { monday: string; leads: number; answers: AnswerTimes }

export type LeadFigures = {
  /** Oldest first; a week without leads is there too. */
  weeks: Week[]
  /** The articles that led to most leads, by slug; equal ones by name. */
  articles: { slug: string; leads: number }[]
  answers: AnswerTimes
  total: number
}

const localDate = (instant: string | number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(new Date(instant).getTime()).toZonedDateTimeISO(zone).toPlainDate()

/** Weeks begin on Monday, as ISO 8601 has it. */
function mondayOf(instant: string | number, zone: string): Temporal.PlainDate {
  const date = localDate(instant, zone)
  return date.subtract({ days: date.dayOfWeek - 1 })
}

/** The Mondays of the last weeks, oldest first. */
function lastMondays(now: Date, zone: string): Temporal.PlainDate[] {
  const current = mondayOf(now.getTime(), zone)
  return Array.from({ length: WEEKS }, (_, index) => current.subtract({ weeks: WEEKS - 1 - index }))
}

/**
 * The first instant that the figures look at: midnight, by the zone, of the oldest week's Monday.
 * @param zone IANA name
 * @throws RangeError if there is no such zone
 */
export function figuresSince(now: Date, zone: string): Date {
  const [oldest] = lastMondays(now, zone)
  return new Date(oldest?.toZonedDateTime(zone).epochMilliseconds ?? now)
}

/**
 * A percentile by nearest rank: a time that somebody really waited.
 * @param sorted ascending
 */
const percentile = (sorted: number[], share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]

/** From the message, which may have been held for a while before it became a lead, to the answer. */
function waited({ createdAt, firstAnsweredAt, firstTouch }: CountedLead): number[] {
  if (!firstAnsweredAt) return []
  return [Math.max(0, Date.parse(firstAnsweredAt) - Date.parse(firstTouch?.at ?? createdAt))]
}

function answerTimes(leads: CountedLead[]): AnswerTimes {
  const times = leads.flatMap(waited).sort((a, b) => a - b)
  return { answered: times.length, median: percentile(times, 0.5), ninetieth: percentile(times, 0.9) }
}

function topArticles(leads: CountedLead[]): LeadFigures['articles'] {
  const counts = new Map<string, number>()
  for (const { firstTouch } of leads) {
    if (firstTouch?.article) counts.set(firstTouch.article, (counts.get(firstTouch.article) ?? 0) + 1)
  }
  return [...counts]
    .map(([slug, count]) => ({ slug, leads: count }))
    .sort((a, b) => b.leads - a.leads || (a.slug < b.slug ? -1 : 1))
    .slice(0, TOP_ARTICLES)
}

/**
 * What the dashboard shows of the leads of the last weeks. Spam counts for nothing, nor does what is older.
 * @param zone IANA name of the calendar that weeks are of
 * @throws RangeError if there is no such zone
 */
export function leadFigures(leads: CountedLead[], now: Date, zone: string): LeadFigures {
  const since = figuresSince(now, zone).getTime()
  const counted = leads.filter(({ createdAt, status }) => status !== 'spam' && Date.parse(createdAt) >= since)
  const mondays = counted.map(({ createdAt }) => mondayOf(createdAt, zone).toString())
  const weeks = lastMondays(now, zone).map((date): Week => {
    const monday = date.toString()
    const ofWeek = counted.filter((_, index) => mondays[index] === monday)
    return { monday, leads: ofWeek.length, answers: answerTimes(ofWeek) }
  })
  return { weeks, articles: topArticles(counted), answers: answerTimes(counted), total: counted.length }
}
