import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectCalendarLines, readCalendar } from '../../../tests/support/calendar-file'
import { type CalendarMeeting, invitation } from './invitation'
import { isMeetingUid, meetingUid } from './meeting-uid'

const meeting = (change: Partial<CalendarMeeting> = {}): CalendarMeeting => ({
  uid: meetingUid('01890a5d-ac96-774b-bcce-b302099a8057', 'example.com'),
  sequence: 0,
  start: new Date('2027-01-14T02:00:00Z'),
  end: new Date('2027-01-14T02:30:00Z'),
  createdAt: new Date('2027-01-10T08:00:00Z'),
  changedAt: new Date('2027-01-11T09:30:00Z'),
  summary: 'Intro call',
  description: 'To cancel: https://example.com/book/manage/abc',
  location: 'https://meet.example.com/intro',
  url: 'https://meet.example.com/intro',
  organizer: { name: 'Example Agency', address: 'hello@example.com' },
  attendees: [
    { name: 'Ann Lee', address: 'ann@example.com' },
    { name: 'Bob', address: 'bob@example.com' },
  ],
  ...change,
})

describe('an invitation', () => {
  const file = invitation(meeting(), 'REQUEST')
  const { calendar, text, attendees } = readCalendar(file)

  it('asks a calendar to take the meeting in', () => {
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST')
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0')
    expect(text('uid')).toBe('01890a5d-ac96-774b-bcce-b302099a8057@example.com')
    expect(text('sequence')).toBe('0')
    expect(text('status')).toBe('CONFIRMED')
    expect(text('transp')).toBe('OPAQUE')
  })

  it('says when in UTC, so that no zone has to be known', () => {
    expect(file).toContain('\r\nDTSTART:20270114T020000Z\r\n')
    expect(file).toContain('\r\nDTEND:20270114T023000Z\r\n')
    expect(file).toContain('\r\nCREATED:20270110T080000Z\r\n')
    expect(file).toContain('\r\nDTSTAMP:20270111T093000Z\r\n')
    expect(file).toContain('\r\nLAST-MODIFIED:20270111T093000Z\r\n')
    expect(file).not.toContain('TZID')
  })

  it('says what, where and who asks, and sets no alarm', () => {
    expect(text('summary')).toBe('Intro call')
    expect(text('description')).toBe('To cancel: https://example.com/book/manage/abc')
    expect(text('location')).toBe('https://meet.example.com/intro')
    expect(text('url')).toBe('https://meet.example.com/intro')
    expect(text('organizer')).toBe('mailto:hello@example.com')
    expect(file).not.toContain('VALARM')
  })

  it('asks each attendee to answer', () => {
    expect(attendees).toEqual([
      { address: 'ann@example.com', name: 'Ann Lee', status: 'NEEDS-ACTION', rsvp: 'TRUE' },
      { address: 'bob@example.com', name: 'Bob', status: 'NEEDS-ACTION', rsvp: 'TRUE' },
    ])
  })

  it('invites an address once, and does not ask the organizer', () => {
    const repeated = [
      { name: 'Ann', address: 'ann@example.com' },
      { name: 'Ann again', address: 'Ann@Example.com' },
      { address: 'HELLO@example.com' },
    ]
    expect(readCalendar(invitation(meeting({ attendees: repeated }), 'REQUEST')).attendees).toEqual([
      { address: 'ann@example.com', name: 'Ann', status: 'NEEDS-ACTION', rsvp: 'TRUE' },
      { address: 'HELLO@example.com', name: undefined, status: 'ACCEPTED', rsvp: 'FALSE' },
    ])
  })

  it('leaves out a place and a link that there are not', () => {
    const bare = readCalendar(invitation(meeting({ location: undefined, url: 'not a link' }), 'REQUEST'))
    expect(bare.text('location')).toBe('')
    expect(bare.text('url')).toBe('')
  })

  it('keeps a link whole that has a comma and a semicolon in it', () => {
    const { text } = readCalendar(invitation(meeting({ url: 'https://meet.example.com/a,b;c?d=e,f' }), 'REQUEST'))
    expect(new URL(text('url')).searchParams.get('d')).toBe('e,f')
    expect(decodeURIComponent(text('url'))).toBe('https://meet.example.com/a,b;c?d=e,f')
  })
})

describe('the story of a meeting', () => {
  it('is told under one UID with rising sequences: booked, moved twice, cancelled', () => {
    const moved = (day: number, sequence: number) =>
      meeting({
        sequence,
        start: new Date(Date.UTC(2027, 0, day, 2)),
        end: new Date(Date.UTC(2027, 0, day, 2, 30)),
        changedAt: new Date(Date.UTC(2027, 0, 11, 10 + sequence)),
      })
    const files = [
      invitation(moved(14, 0), 'REQUEST'),
      invitation(moved(15, 1), 'REQUEST'),
      invitation(moved(18, 2), 'REQUEST'),
      invitation(moved(18, 3), 'CANCEL'),
    ].map((file) => readCalendar(file))
    expect(new Set(files.map(({ text }) => text('uid'))).size).toBe(1)
    expect(files.map(({ text }) => Number(text('sequence')))).toEqual([0, 1, 2, 3])
    expect(files.map(({ calendar }) => calendar.getFirstPropertyValue('method'))).toEqual([
      'REQUEST',
      'REQUEST',
      'REQUEST',
      'CANCEL',
    ])
    expect(files.map(({ text }) => text('status'))).toEqual(['CONFIRMED', 'CONFIRMED', 'CONFIRMED', 'CANCELLED'])
    const stamps = files.map(({ text }) => text('dtstamp'))
    expect(stamps).toEqual([...new Set(stamps)].sort())
    expect(files[3]?.text('dtstart')).toBe('2027-01-18T02:00:00Z')
    expect(files[3]?.attendees.map(({ address }) => address)).toEqual(['ann@example.com', 'bob@example.com'])
  })

  it('is recognised as ours when it comes back, and another’s is not', () => {
    expect(isMeetingUid(meeting().uid, 'example.com')).toBe(true)
    expect(isMeetingUid(meeting().uid, 'example.org')).toBe(false)
    expect(isMeetingUid('040000008200E00074C5B7101A82E008@example.com', 'example.com')).toBe(false)
  })
})

describe('names and texts', () => {
  it.each([
    ['commas', 'Lee, Ann; Dr. (PhD): x', 'Lee, Ann; Dr. (PhD): x'],
    ['emoji', '👩🏽‍💻 Ann 🇻🇳', '👩🏽‍💻 Ann 🇻🇳'],
    ['right-to-left text', 'דנה כהן', 'דנה כהן'],
    ['Arabic', 'محمد العربي', 'محمد العربي'],
    ['marks', 'Nguyễn Thị Ánh', 'Nguyễn Thị Ánh'],
    ['quotes, as typographic ones', 'Ann "The Boss" Lee ("AL")', 'Ann “The Boss” Lee (“AL”)'],
    ['a backslash and a circumflex', 'a\\b^n^', 'a⧵bˆnˆ'],
    ['a line break, as a space', 'Ann\r\nATTENDEE:mailto:eve@example.com', 'Ann ATTENDEE:mailto:eve@example.com'],
  ])('survive with %s', (_, typed, read) => {
    const file = invitation(
      meeting({
        organizer: { name: typed, address: 'hello@example.com' },
        attendees: [{ name: typed, address: 'a@b.example' }],
      }),
      'REQUEST',
    )
    expectCalendarLines(file)
    const { attendees, events } = readCalendar(file)
    expect(attendees).toEqual([{ address: 'a@b.example', name: read, status: 'NEEDS-ACTION', rsvp: 'TRUE' }])
    expect(events[0]?.getFirstProperty('organizer')?.getFirstParameter('cn')).toBe(read)
  })

  it('survive whatever they are, in lines that every reader can read', () => {
    const anyText = fc.string({
      unit: fc.oneof(
        fc.constantFrom(...'",;:\\^\n\r\t =(👩🏽‍💻ễדم'),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      ),
      maxLength: 300,
    })
    fc.assert(
      fc.property(anyText, anyText, anyText, (summary, description, name) => {
        const file = invitation(
          meeting({
            summary,
            description,
            location: description,
            organizer: { name, address: 'hello@example.com' },
            attendees: [{ name, address: 'ann@example.com' }],
          }),
          'REQUEST',
        )
        expectCalendarLines(file)
        const { events, text, attendees } = readCalendar(file)
        const kept = (typed: string) => typed.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\t\n]/gu, '')
        expect(events).toHaveLength(1)
        expect(text('summary')).toBe(kept(summary))
        expect(text('description')).toBe(kept(description))
        expect(attendees).toHaveLength(1)
        const letters = (written: string) => written.replace(/[\s"“”\\⧵^ˆ]/g, '')
        expect(letters(attendees[0]?.name ?? '')).toBe(letters(kept(name)))
      }),
      { numRuns: 100 },
    )
  })

  it('that name nobody leave the address to stand for the organizer', () => {
    const file = invitation(meeting({ organizer: { name: ' \u0000', address: 'hello@example.com' } }), 'REQUEST')
    expect(readCalendar(file).events[0]?.getFirstProperty('organizer')?.getFirstParameter('cn')).toBe(
      'hello@example.com',
    )
  })

  it('make no second address of one', () => {
    const address = '"a,b;c"@example.com'
    const { attendees } = readCalendar(invitation(meeting({ attendees: [{ address }] }), 'REQUEST'))
    expect(attendees.map((attendee) => decodeURIComponent(attendee.address))).toEqual([address])
  })
})
