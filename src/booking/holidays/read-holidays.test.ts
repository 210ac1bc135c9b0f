import { describe, expect, it } from 'vitest'
import { CalendarFileError } from '../calendar/calendar-file'
import { readHolidays } from './read-holidays'

const file = (...events: string[][]) =>
  ['BEGIN:VCALENDAR', ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']), 'END:VCALENDAR'].join(
    '\r\n',
  )
const day = (date: string, summary: string) => [`DTSTART;VALUE=DATE:${date}`, `SUMMARY:${summary}`]
const now = new Date('2027-06-01T00:00:00Z')
const namesIn = (summary: string) => readHolidays(file(day('20280101', summary)), now).holidays.map(({ name }) => name)

describe('the holidays of a file', () => {
  it('are those from today, wherever that is, to the end of the year after next', () => {
    const dates = ['20270530', '20270531', '20270601', '20291231', '20300101'].map((date) => day(date, 'Closed'))
    expect(readHolidays(file(...dates), now)).toEqual({
      holidays: ['2027-05-31', '2027-06-01', '2029-12-31'].map((date) => ({ date, name: 'Closed' })),
      lastYear: 2029,
    })
  })

  it('have names that the list takes', () => {
    expect(namesIn('  Tết\\nNguyên\t Đán ')).toEqual(['Tết Nguyên Đán'])
    expect(namesIn('x'.repeat(500))).toEqual(['x'.repeat(120)])
    expect(namesIn(' ')).toEqual(['Holiday'])
  })

  it('of what is no calendar are an error', () => {
    expect(() => readHolidays('Date;Name', now)).toThrow(CalendarFileError)
  })
})
