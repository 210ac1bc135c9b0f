import { describe, expect, it } from 'vitest'
import { daysOf, pageOfDays } from './days'

const at = (iso: string) => Date.parse(iso)

describe('the days of a visitor', () => {
  it('are those of their own calendar, not of the host', () => {
    const starts = [at('2027-01-14T23:30:00Z'), at('2027-01-15T01:00:00Z')]
    expect(daysOf(starts, 'en', 'UTC').map(({ date }) => date)).toEqual(['2027-01-14', '2027-01-15'])
    expect(daysOf(starts, 'en', 'Asia/Ho_Chi_Minh')).toEqual([
      {
        date: '2027-01-15',
        label: 'Friday 15 January 2027',
        times: [
          { start: '2027-01-14T23:30:00.000Z', label: '06:30' },
          { start: '2027-01-15T01:00:00.000Z', label: '08:00' },
        ],
      },
    ])
  })

  it('tell the two hours apart that the clock shows when it goes back', () => {
    const starts = [at('2027-11-07T05:30:00Z'), at('2027-11-07T06:30:00Z'), at('2027-11-07T07:30:00Z')]
    const [day] = daysOf(starts, 'en', 'America/New_York')
    expect(day?.times.map(({ label }) => label)).toEqual(['01:30 GMT-4', '01:30 GMT-5', '02:30'])
  })

  it('show quarters of an hour', () => {
    expect(daysOf([at('2027-01-14T03:00:00Z')], 'en', 'Asia/Kathmandu')[0]?.times[0]?.label).toBe('08:45')
  })
})

describe('a page of days', () => {
  const days = Array.from({ length: 12 }, (_, index) => ({
    date: `2027-01-${String(index * 2 + 1).padStart(2, '0')}`,
    starts: [at(`2027-01-${String(index * 2 + 1).padStart(2, '0')}T09:00Z`)],
  }))
  const page = (from?: string, list = days) => pageOfDays(list, { locale: 'en', timeZone: 'UTC', from })
  const dates = (from?: string) => page(from).days.map(({ date }) => date)

  it('begins with the first free day', () => {
    expect(dates()[0]).toBe('2027-01-01')
    expect(page()).toMatchObject({ earlier: undefined, later: '2027-01-11', jump: undefined })
  })

  it('jumps to the next free day from one on which nothing is free', () => {
    expect(dates('2027-01-04')[0]).toBe('2027-01-05')
    expect(page('2027-01-04').jump).toBe('ahead')
    expect(page('2027-01-05').jump).toBeUndefined()
  })

  it('leads back and forth without leaving out a day', () => {
    expect(page('2027-01-11')).toMatchObject({ earlier: '2027-01-01', later: '2027-01-21' })
    expect(page('2027-01-05')).toMatchObject({ earlier: '2027-01-01', later: '2027-01-15' })
  })

  it('holds fewer days the more times they have, and one at least', () => {
    const full = (times: number) =>
      days.map((day) => ({ ...day, starts: Array.from({ length: times }, () => day.starts[0] ?? 0) }))
    expect([12, 16, 30, 96].map((times) => page(undefined, full(times)).days.length)).toEqual([5, 3, 2, 1])
    expect(page('2027-01-09', full(30))).toMatchObject({ earlier: '2027-01-05', later: '2027-01-13' })
  })

  it('shows the last days past the last of them', () => {
    expect(dates('2028-01-01').at(-1)).toBe('2027-01-23')
    expect(page('2028-01-01')).toMatchObject({ later: undefined, jump: 'back' })
  })

  it('of nothing is empty', () => {
    expect(page('2027-01-01', [])).toMatchObject({ days: [], earlier: undefined, later: undefined })
  })
})
