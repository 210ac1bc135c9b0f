import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { type BusyOptions, busyTimes } from './busy-times'
import { CALENDAR_LIMIT_BYTES, CalendarFileError, readCalendarFile } from './calendar-file'
import { WINDOWS_ZONES } from './windows-zones'

const file = (...lines: string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n')
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:a@example.com', ...lines, 'END:VEVENT']
const year = { from: Date.UTC(2027, 0, 1), to: Date.UTC(2028, 0, 1) }

/** The busy times as pairs of ISO moments, read by a host in Berlin unless something else is said. */
function busy(calendar: string, options: Partial<BusyOptions> = {}) {
  const moment = (at: number) => new Date(at).toISOString().slice(0, 16)
  return busyTimes(calendar, { timeZone: 'Europe/Berlin', range: year, ...options }).map(
    ({ from, to }) => `${moment(from)} ${moment(to)}`,
  )
}

describe('an event', () => {
  it.each([
    ['in UTC', 'DTSTART:20270714T100000Z', 'DTEND:20270714T110000Z', '2027-07-14T10:00 2027-07-14T11:00'],
    [
      'without a zone, by the clock of the host',
      'DTSTART:20270714T100000',
      'DURATION:PT1H30M',
      '2027-07-14T08:00 2027-07-14T09:30',
    ],
    [
      'in a named zone',
      'DTSTART;TZID=America/New_York:20270714T100000',
      'DTEND;TZID=America/New_York:20270714T110000',
      '2027-07-14T14:00 2027-07-14T15:00',
    ],
    [
      'from one zone to another',
      'DTSTART;TZID=Asia/Kolkata:20270714T100000',
      'DTEND;TZID=Europe/Kyiv:20270714T110000',
      '2027-07-14T04:30 2027-07-14T08:00',
    ],
    [
      'in a zone with a name of Microsoft',
      'DTSTART;TZID=W. Europe Standard Time:20270714T100000',
      'DURATION:PT1H',
      '2027-07-14T08:00 2027-07-14T09:00',
    ],
    [
      'in a zone with a path before it',
      'DTSTART;TZID=/freeassociation.example/Tzfile/Europe/Berlin:20270714T100000',
      'DURATION:PT1H',
      '2027-07-14T08:00 2027-07-14T09:00',
    ],
    [
      'of a whole day, in the zone of the host',
      'DTSTART;VALUE=DATE:20270714',
      'DTEND;VALUE=DATE:20270715',
      '2027-07-13T22:00 2027-07-14T22:00',
    ],
    ['of a day that has 23 hours', 'DTSTART;VALUE=DATE:20270328', 'TRANSP:OPAQUE', '2027-03-27T23:00 2027-03-28T22:00'],
    ['of several days', 'DTSTART;VALUE=DATE:20270714', 'DURATION:P3D', '2027-07-13T22:00 2027-07-16T22:00'],
    [
      'that begins at a time which the clock leaves out',
      'DTSTART;TZID=America/New_York:20270314T023000',
      'DURATION:PT1H',
      '2027-03-14T07:30 2027-03-14T08:30',
    ],
    [
      'that begins at a time which the clock shows twice',
      'DTSTART;TZID=America/New_York:20271107T013000',
      'DURATION:PT1H',
      '2027-11-07T05:30 2027-11-07T06:30',
    ],
    [
      'that is not sure yet',
      'DTSTART:20270714T100000Z\r\nSTATUS:TENTATIVE',
      'DURATION:PT1H',
      '2027-07-14T10:00 2027-07-14T11:00',
    ],
  ])('%s takes its time', (_, start, end, expected) => {
    expect(busy(file(...event(start, end)))).toEqual([expected])
  })

  it.each([
    ['is shown as free', 'TRANSP:TRANSPARENT'],
    ['is called off', 'STATUS:CANCELLED'],
    ['is free by the word of Microsoft', 'X-MICROSOFT-CDO-BUSYSTATUS:FREE'],
    ['takes no time', 'DTEND:20270714T100000Z'],
    ['ends before it begins', 'DTEND:20270714T090000Z'],
  ])('that %s keeps nobody', (_, line) => {
    const end = line.startsWith('DTEND') ? [] : ['DTEND:20270714T110000Z']
    expect(busy(file(...event('DTSTART:20270714T100000Z', ...end, line)))).toEqual([])
  })

  it('outside the range does not count, and one that reaches into it does', () => {
    const outside = event('DTSTART:20261231T220000Z', 'DTEND:20270101T000000Z')
    const into = event('DTSTART:20261231T220000Z', 'DTEND:20270101T000100Z')
    const after = event('DTSTART:20280101T000000Z', 'DURATION:PT1H')
    expect(busy(file(...outside, ...after))).toEqual([])
    expect(busy(file(...into))).toEqual(['2026-12-31T22:00 2027-01-01T00:01'])
    expect(busy(file(...event('DTSTART;VALUE=DATE:20200101', 'DTEND;VALUE=DATE:20270103')))).toEqual([
      '2019-12-31T23:00 2027-01-02T23:00',
    ])
  })

  it('of ours that came back does not count', () => {
    const ours = event('DTSTART:20270714T100000Z', 'DURATION:PT1H')
    expect(busy(file(...ours), { isIgnored: (uid) => uid === 'a@example.com' })).toEqual([])
  })

  it('that overlaps or touches another makes one stretch with it', () => {
    const at = (from: string, to: string) => event(`DTSTART:20270714T${from}00Z`, `DTEND:20270714T${to}00Z`)
    expect(
      busy(file(...at('1200', '1300'), ...at('0900', '1000'), ...at('1000', '1100'), ...at('0930', '0940'))),
    ).toEqual(['2027-07-14T09:00 2027-07-14T11:00', '2027-07-14T12:00 2027-07-14T13:00'])
  })
})

describe('a zone that the file defines', () => {
  const zone = (tzid: string) => [
    'BEGIN:VTIMEZONE',
    `TZID:${tzid}`,
    'BEGIN:STANDARD',
    'DTSTART:19701025T030000',
    'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
    'TZOFFSETFROM:+0330',
    'TZOFFSETTO:+0230',
    'END:STANDARD',
    'BEGIN:DAYLIGHT',
    'DTSTART:19700329T020000',
    'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
    'TZOFFSETFROM:+0230',
    'TZOFFSETTO:+0330',
    'END:DAYLIGHT',
    'END:VTIMEZONE',
  ]
  const at = (tzid: string, day: string) => event(`DTSTART;TZID=${tzid}:2027${day}T100000`, 'DURATION:PT1H')

  it('is kept to, in summer and in winter', () => {
    const calendar = file(
      ...zone('Customized Time Zone'),
      ...at('Customized Time Zone', '0114'),
      ...at('Customized Time Zone', '0714'),
    )
    expect(busy(calendar)).toEqual(['2027-01-14T07:30 2027-01-14T08:30', '2027-07-14T06:30 2027-07-14T07:30'])
  })

  it('under the name of a known one means that one', () => {
    expect(busy(file(...zone('Europe/Berlin'), ...at('Europe/Berlin', '0714')))).toEqual([
      '2027-07-14T08:00 2027-07-14T09:00',
    ])
  })

  it('nowhere is an error, unless the event is long over', () => {
    expect(() => busy(file(...at('Nowhere', '0714')))).toThrow(/time zone “Nowhere”/)
    expect(busy(file(...at('Nowhere', '0714')), { range: { from: Date.UTC(2030, 0), to: Date.UTC(2031, 0) } })).toEqual(
      [],
    )
  })
})

describe('a repeated event', () => {
  const weekly = (...lines: string[]) =>
    event('DTSTART;TZID=America/New_York:20270303T100000', 'DTEND;TZID=America/New_York:20270303T110000', ...lines)
  const starts = (...lines: string[]) => busy(file(...lines)).map((stretch) => stretch.slice(0, 16))

  it('stays at its time when the clock changes', () => {
    expect(starts(...weekly('RRULE:FREQ=WEEKLY;COUNT=3'))).toEqual([
      '2027-03-03T15:00',
      '2027-03-10T15:00',
      '2027-03-17T14:00',
    ])
  })

  it.each([
    ['a moment, which counts', 'UNTIL=20270317T140000Z', 3],
    ['the moment before', 'UNTIL=20270317T135959Z', 2],
    ['a date, which counts', 'UNTIL=20270317', 3],
    ['a time by the clock', 'UNTIL=20270317T100000', 3],
  ])('ends with %s', (_, until, count) => {
    expect(starts(...weekly(`RRULE:FREQ=WEEKLY;${until}`))).toHaveLength(count)
  })

  it('leaves out the times that are excepted, however they are written', () => {
    const rule = 'RRULE:FREQ=WEEKLY;COUNT=5'
    const left = ['2027-03-03T15:00', '2027-03-24T14:00', '2027-03-31T14:00']
    expect(starts(...weekly(rule, 'EXDATE;TZID=America/New_York:20270310T100000,20270317T100000'))).toEqual(left)
    expect(starts(...weekly(rule, 'EXDATE:20270310T150000Z', 'EXDATE:20270317T140000Z'))).toEqual(left)
    expect(starts(...weekly(rule, 'EXDATE;VALUE=DATE:20270310,20270317'))).toEqual(left)
  })

  it('takes place at its further dates too', () => {
    expect(busy(file(...weekly('RDATE:20270401T120000Z', 'RDATE;VALUE=PERIOD:20270402T120000Z/PT2H')))).toEqual([
      '2027-03-03T15:00 2027-03-03T16:00',
      '2027-04-01T12:00 2027-04-01T13:00',
      '2027-04-02T12:00 2027-04-02T14:00',
    ])
  })

  it('moves or loses the one repetition that another event stands for', () => {
    const moved = event(
      'RECURRENCE-ID;TZID=America/New_York:20270310T100000',
      'DTSTART:20270311T180000Z',
      'DURATION:PT30M',
    )
    const cancelled = event(
      'RECURRENCE-ID:20270317T140000Z',
      'DTSTART:20270317T140000Z',
      'DURATION:PT1H',
      'STATUS:CANCELLED',
    )
    const expected = ['2027-03-03T15:00', '2027-03-11T18:00', '2027-03-24T14:00']
    expect(starts(...weekly('RRULE:FREQ=WEEKLY;COUNT=4'), ...moved, ...cancelled)).toEqual(expected)
    expect(starts(...moved, ...cancelled, ...weekly('RRULE:FREQ=WEEKLY;COUNT=4'))).toEqual(expected)
  })

  it('of whole days is one of the host’s days', () => {
    const days = event(
      'DTSTART;VALUE=DATE:20270326',
      'RRULE:FREQ=DAILY;INTERVAL=2;COUNT=2',
      'EXDATE;VALUE=DATE:20270326',
    )
    expect(busy(file(...days))).toEqual(['2027-03-27T23:00 2027-03-28T22:00'])
  })

  it('without an end counts within the range alone', () => {
    const endless = event('DTSTART:19900101T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY')
    expect(busy(file(...endless), { range: { from: Date.UTC(2027, 0, 1), to: Date.UTC(2027, 0, 3) } })).toEqual([
      '2027-01-01T09:00 2027-01-01T10:00',
      '2027-01-02T09:00 2027-01-02T10:00',
    ])
  })

  it('has the same times wherever one begins to count', () => {
    const days = fc.subarray(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], { minLength: 1 })
    fc.assert(
      fc.property(
        fc.constantFrom('DAILY', 'WEEKLY'),
        fc.integer({ min: 1, max: 5 }),
        fc.option(days),
        fc.integer({ min: 0, max: 400 }),
        (freq, interval, byDay, after) => {
          fc.pre(freq === 'WEEKLY' || !byDay || interval !== 7)
          const rule = `RRULE:FREQ=${freq};INTERVAL=${interval}${byDay ? `;BYDAY=${byDay}` : ''}`
          const calendar = (end = '') =>
            file(...event('DTSTART;TZID=Europe/Berlin:20250108T233000', 'DURATION:PT2H', rule + end))
          const from = Date.UTC(2026, 0, 1 + after)
          const range = { from, to: from + 30 * 86_400_000 }
          // A rule with a count is gone through from its beginning.
          expect(busy(calendar(), { range })).toEqual(busy(calendar(';COUNT=5000'), { range }))
        },
      ),
      { numRuns: 30 },
    )
  })
})

describe('a calendar that tells only when somebody is busy', () => {
  it('is read, without the times that it calls free', () => {
    const calendar = file(
      'BEGIN:VFREEBUSY',
      'FREEBUSY;FBTYPE=BUSY:20270714T100000Z/20270714T110000Z,20270715T100000Z/PT30M',
      'FREEBUSY:20270716T100000Z/PT30M',
      'FREEBUSY;FBTYPE=FREE:20270717T100000Z/PT30M',
      'FREEBUSY;FBTYPE=BUSY-TENTATIVE:20300717T100000Z/PT30M',
      'END:VFREEBUSY',
    )
    expect(busy(calendar)).toEqual([
      '2027-07-14T10:00 2027-07-14T11:00',
      '2027-07-15T10:00 2027-07-15T10:30',
      '2027-07-16T10:00 2027-07-16T10:30',
    ])
  })
})

describe('a file', () => {
  const one = file(...event('DTSTART:20270714T100000Z', 'DURATION:PT1H'))

  it('may hold several calendars, or nothing, and begin with a byte order mark', () => {
    expect(busy(`\ufeff${one}${file(...event('DTSTART:20270715T100000Z', 'DURATION:PT1H'))}`)).toHaveLength(2)
    expect(busy(file())).toEqual([])
    expect(busy(one.replaceAll('\r\n', '\n'))).toHaveLength(1)
  })

  it.each([
    ['nothing at all', '', /not a calendar file/],
    ['a page that asks to sign in', '<!doctype html><title>Sign in</title>', /not a calendar file/],
    ['a card', 'BEGIN:VCARD\r\nEND:VCARD\r\n', /not a calendar file/],
    ['the first half', one.slice(0, one.indexOf('END:VEVENT')), /broken/],
    ['a line that is none', one.replace('DURATION', 'nonsense\r\nDURATION'), /broken/],
    ['an event without a beginning', file(...event('DURATION:PT1H')), /no beginning/],
    ['a time that is none', file(...event('DTSTART:2027130', 'DURATION:PT1H')), /broken/],
    ['a rule that is none', file(...event('DTSTART:20270714T100000Z', 'DURATION:PT1H', 'RRULE:FREQ=OFTEN')), /broken/],
  ])('that is %s gives one clear error', (_, text, message) => {
    expect(() => busy(text)).toThrow(CalendarFileError)
    expect(() => busy(text)).toThrow(message)
  })

  it('is read up to a size, a number of events, and of repetitions', () => {
    expect(() => busy(file(`X-PADDING:${'x'.repeat(CALENDAR_LIMIT_BYTES)}`))).toThrow(/larger than 5 MB/)
    expect(() => busy(file(...Array.from({ length: 20_001 }, () => ['BEGIN:VEVENT', 'END:VEVENT']).flat()))).toThrow(
      /more than 20000 events/,
    )
    expect(() => busy(file(...event('DTSTART:20270101T000000Z', 'DURATION:PT1S', 'RRULE:FREQ=MINUTELY')))).toThrow(
      /too often/,
    )
  })

  it('with a rule that never gives a time does not stop the process', () => {
    const never = file(
      ...event('DTSTART:20270101T000000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31'),
    )
    expect(() => busy(never)).toThrow(/takes too long/)
    expect(() =>
      readCalendarFile(
        one,
        () => {
          for (;;);
        },
        50,
      ),
    ).toThrow(/takes too long/)
  })

  it('of any content gives times in order or that error', () => {
    const lines = fc.constantFrom(
      ...event(
        'DTSTART:20270714T100000Z',
        'DTSTART;VALUE=DATE:20270714',
        'DTEND:20270714T110000Z',
        'DURATION:PT1H',
        'DURATION:-PT1H',
      ),
      'RRULE:FREQ=WEEKLY;COUNT=3',
      'RRULE:FREQ=MONTHLY;BYDAY=-1FR',
      'EXDATE:20270721T100000Z',
      'RDATE:x',
      'RECURRENCE-ID:20270721T100000Z',
      'DTSTART;TZID=__proto__:20270714T100000',
      'X:\u0000',
    )
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 14 }), (some) => {
        try {
          const times = busyTimes(file(...some), { timeZone: 'Asia/Ho_Chi_Minh', range: year })
          for (const [index, { from, to }] of times.entries()) {
            expect(from).toBeLessThan(to)
            expect(from).toBeGreaterThan(times[index - 1]?.to ?? 0)
          }
        } catch (error) {
          if (!(error instanceof CalendarFileError)) throw error
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('the zones of Microsoft', () => {
  it('are all zones that this process knows', () => {
    for (const zone of WINDOWS_ZONES.values()) {
      expect(Temporal.Now.zonedDateTimeISO(zone).timeZoneId).toBe(zone)
    }
  })
})
