import { describe, expect, it } from 'vitest'
import { CalendarFileError } from './calendar-file'
import { holidaysIn } from './holidays'

const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']
const file = (...lines: string[]) => ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join('\r\n')
const years = { from: '2027-01-01', until: '2028-12-31' }

describe('holidays', () => {
  it('are the days of events that last all day, with their names', () => {
    const calendar = file(
      ...event(
        'DTSTART;VALUE=DATE:20270206',
        'DTEND;VALUE=DATE:20270209',
        'SUMMARY:Tết Nguyên Đán\\, 3 days',
        'TRANSP:TRANSPARENT',
      ),
      ...event('DTSTART;VALUE=DATE:20270101', 'SUMMARY:New Year'),
    )
    expect(holidaysIn(calendar, years)).toEqual([
      { date: '2027-01-01', name: 'New Year' },
      { date: '2027-02-06', name: 'Tết Nguyên Đán, 3 days' },
      { date: '2027-02-07', name: 'Tết Nguyên Đán, 3 days' },
      { date: '2027-02-08', name: 'Tết Nguyên Đán, 3 days' },
    ])
  })

  it('come back each year of the horizon, and not beyond it', () => {
    const yearly = file(...event('DTSTART;VALUE=DATE:20200902', 'RRULE:FREQ=YEARLY', 'SUMMARY:National Day'))
    expect(holidaysIn(yearly, years).map(({ date }) => date)).toEqual(['2027-09-02', '2028-09-02'])
  })

  it('at the edges of the horizon count by the day', () => {
    const week = file(...event('DTSTART;VALUE=DATE:20261230', 'DTEND;VALUE=DATE:20270103', 'SUMMARY:Closed'))
    expect(holidaysIn(week, years).map(({ date }) => date)).toEqual(['2027-01-01', '2027-01-02'])
    expect(holidaysIn(week, { from: '2026-01-01', until: '2026-12-31' }).map(({ date }) => date)).toEqual([
      '2026-12-30',
      '2026-12-31',
    ])
  })

  it('are each date once, and neither meetings nor what was called off', () => {
    const calendar = file(
      ...event('DTSTART;VALUE=DATE:20270501', 'SUMMARY:Labour Day'),
      ...event('DTSTART;VALUE=DATE:20270501', 'SUMMARY:May Day'),
      ...event('DTSTART:20270502T090000Z', 'DTEND:20270502T100000Z', 'SUMMARY:Meeting'),
      ...event('DTSTART;VALUE=DATE:20270503', 'STATUS:CANCELLED', 'SUMMARY:Called off'),
    )
    expect(holidaysIn(calendar, years)).toEqual([{ date: '2027-05-01', name: 'Labour Day' }])
  })

  it('end after sixty days, whatever an event says', () => {
    const long = file(...event('DTSTART;VALUE=DATE:20270101', 'DTEND;VALUE=DATE:20990101', 'SUMMARY:Closed'))
    expect(holidaysIn(long, years)).toHaveLength(60)
  })

  it('of a file that is none are an error', () => {
    expect(() => holidaysIn('Date,Name\r\n2027-01-01,New Year', years)).toThrow(CalendarFileError)
  })
})
