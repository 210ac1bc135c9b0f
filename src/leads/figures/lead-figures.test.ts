import { describe, expect, it } from 'vitest'
import { type CountedLead, figuresSince, leadFigures } from './lead-figures'

const NOW = new Date('2027-01-06T12:00:00Z')
const HOUR = 3_600_000

const lead = (createdAt: string, more: Partial<CountedLead> = {}): CountedLead => ({
  createdAt,
  status: 'new',
  ...more,
})

/** A lead that was answered so many hours after it came. */
const answered = (createdAt: string, hours: number) =>
  lead(createdAt, { firstAnsweredAt: new Date(Date.parse(createdAt) + hours * HOUR).toISOString() })

const from = (article: string, status: CountedLead['status'] = 'new') =>
  lead('2027-01-05T10:00:00Z', { status, firstTouch: { article } })

const weekly = (leads: CountedLead[], zone = 'UTC') =>
  leadFigures(leads, NOW, zone).weeks.flatMap((week) => (week.leads ? [[week.monday, week.leads]] : []))

describe('leads per week', () => {
  it('are of twelve weeks from Monday on, across the end of a year, those without leads too', () => {
    const { weeks } = leadFigures([], NOW, 'UTC')
    expect(weeks).toHaveLength(12)
    expect(weeks.map(({ monday }) => monday)).toEqual(
      expect.arrayContaining(['2026-10-19', '2026-12-28', '2027-01-04']),
    )
    expect(weekly([lead('2026-12-31T23:00:00Z'), lead('2027-01-03T23:59:59Z'), lead('2027-01-04T00:00:00Z')])).toEqual([
      ['2026-12-28', 2],
      ['2027-01-04', 1],
    ])
  })

  it('are of weeks of the zone', () => {
    const sunday = [lead('2027-01-03T18:00:00Z')]
    expect(weekly(sunday)).toEqual([['2026-12-28', 1]])
    expect(weekly(sunday, 'Asia/Ho_Chi_Minh')).toEqual([['2027-01-04', 1]])
  })

  it('begin at midnight of the zone, and leave out what is older', () => {
    expect(figuresSince(NOW, 'Asia/Ho_Chi_Minh')).toEqual(new Date('2026-10-18T17:00:00Z'))
    const edge = [lead('2026-10-18T16:59:59Z'), lead('2026-10-18T17:00:00Z')]
    expect(weekly(edge, 'Asia/Ho_Chi_Minh')).toEqual([['2026-10-19', 1]])
  })

  it('leave out spam', () => {
    expect(leadFigures([lead('2027-01-05T10:00:00Z', { status: 'spam' })], NOW, 'UTC')).toMatchObject({
      total: 0,
      articles: [],
    })
  })
})

describe('leads by article', () => {
  it('names the one with most leads first, and equal ones by name', () => {
    const { articles } = leadFigures([from('b'), from('c'), from('a'), from('c'), from('b', 'spam')], NOW, 'UTC')
    expect(articles).toEqual([
      { slug: 'c', leads: 2 },
      { slug: 'a', leads: 1 },
      { slug: 'b', leads: 1 },
    ])
  })

  it('names ten at most, and nobody who came by no article', () => {
    const leads = Array.from({ length: 12 }, (_, index) => from(`post-${index}`))
    expect(leadFigures(leads, NOW, 'UTC').articles).toHaveLength(10)
    expect(leadFigures([lead('2027-01-05T10:00:00Z')], NOW, 'UTC').articles).toEqual([])
  })
})

describe('time to the first answer', () => {
  it('is told by its median and 90th percentile, each a time that was waited', () => {
    const leads = [10, 1, 9, 2, 8, 3, 7, 4, 6, 5].map((hours) => answered('2027-01-04T10:00:00Z', hours))
    const expected = { answered: 10, median: 5 * HOUR, ninetieth: 9 * HOUR }
    const figures = leadFigures([...leads, lead('2027-01-04T10:00:00Z')], NOW, 'UTC')
    expect(figures.answers).toEqual(expected)
    expect(figures.weeks.at(-1)).toEqual({ monday: '2027-01-04', leads: 11, answers: expected })
  })

  it('begins with the message, not with its release, and is never negative', () => {
    const held = { firstTouch: { at: '2027-01-04T07:00:00Z' }, firstAnsweredAt: '2027-01-04T11:00:00Z' }
    expect(leadFigures([lead('2027-01-04T10:00:00Z', held)], NOW, 'UTC').answers.median).toBe(4 * HOUR)
    expect(leadFigures([answered('2027-01-04T10:00:00Z', -1)], NOW, 'UTC').answers.median).toBe(0)
  })

  it('is unknown while nobody was answered', () => {
    const { answers } = leadFigures([lead('2027-01-04T10:00:00Z')], NOW, 'UTC')
    expect(answers).toEqual({ answered: 0, median: undefined, ninetieth: undefined })
  })
})
