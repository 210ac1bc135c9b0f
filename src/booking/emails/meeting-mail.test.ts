import { describe, expect, it } from 'vitest'
import { readCalendar } from '../../../tests/support/calendar-file'
import { told } from '../../../tests/support/told-meeting'
import { type MeetingNews, meetingMail } from './meeting-mail'
import { type Reader, readersOf } from './told-meeting'

/** The mail of the reader with this role. */
async function mail(role: Reader['role'], news: MeetingNews = 'confirmation', meeting = told()) {
  const reader = readersOf(meeting).find((one) => one.role === role)
  if (!reader) throw new Error(`Nobody is ${role}`)
  return meetingMail(meeting, reader, news)
}

describe('each reader', () => {
  it('sees the time by their own clock, and is told which one that is', async () => {
    const guest = await mail('guest')
    expect(guest.subject).toBe('Booked: Intro call, Wednesday, 13 January 2027, 21:00–21:30 GMT-5')
    expect(guest.text).toContain('When: Wednesday, 13 January 2027, 21:00–21:30 GMT-5')
    expect(guest.text).toContain('Time zone: New York (Eastern Standard Time, GMT-5)')
    const host = await mail('host')
    expect(host.subject).toContain('Thursday, 14 January 2027, 09:00–09:30 GMT+7')
    expect(host.text).toContain('Time zone: Ho Chi Minh (Indochina Time, GMT+7)')
    expect((await mail('invited')).text).toContain('21:00–21:30 GMT-5')
  })

  it('sees both distances from UTC when the clock changes within the meeting', async () => {
    const night = told({ start: '2027-11-07T05:30:00.000Z', end: '2027-11-07T06:00:00.000Z' })
    expect((await mail('guest', 'confirmation', night)).text).toMatch(/01:30 GMT-4 – .*01:00 GMT-5/)
  })

  it('has one mail, and a colleague whom the guest names too has that of a colleague', () => {
    const readers = readersOf(
      told({ email: 'ann@example.org' }, { guests: ['ANN@example.org', 'minh@example.com', 'x@example.org'] }),
    )
    expect(readers.map(({ key, mailbox }) => [key, mailbox.address])).toEqual([
      ['guest', 'ann@example.org'],
      ['host-h1', 'minh@example.com'],
      ['guest-4', 'x@example.org'],
    ])
  })
})

describe('the link that moves or cancels', () => {
  const secret = 'https://example.com/book/manage/secret'

  it('is for the guest, in the mail and in the calendar, beside the word that declining does not cancel', async () => {
    for (const news of ['confirmation', 'move', 'reminder'] as const) {
      const { text, html, calendar } = await mail('guest', news)
      expect(text).toContain(secret)
      expect(html).toContain(secret)
      expect(text).toContain('Declining in your calendar does not cancel the meeting')
      if (calendar) expect(readCalendar(calendar).text('description')).toMatch(/Declining[\s\S]*does not cancel/)
      if (calendar) expect(readCalendar(calendar).text('description')).toContain(secret)
    }
  })

  it.each(['invited', 'host'] as const)('is not for one who is %s', async (role) => {
    for (const news of ['confirmation', 'move', 'cancellation', 'withdrawal'] as const) {
      const { text, html, calendar } = await mail(role, news)
      expect(text + html + readCalendar(calendar ?? '').text('description')).not.toContain('manage/secret')
    }
  })
})

describe('the calendar file', () => {
  it.each([
    ['confirmation', 'REQUEST'],
    ['move', 'REQUEST'],
    ['cancellation', 'CANCEL'],
    ['withdrawal', 'CANCEL'],
  ] as const)('of a %s is a %s', async (news, method) => {
    const { calendar, calendarMethod } = await mail('guest', news)
    expect(calendarMethod).toBe(method)
    expect(readCalendar(calendar ?? '').calendar.getFirstPropertyValue('method')).toBe(method)
  })

  it('invites everybody, from a mailbox that a person reads', async () => {
    const { calendar } = await mail('invited')
    const { text, attendees } = readCalendar(calendar ?? '')
    expect(text('organizer')).toBe('mailto:hello@example.com')
    expect(attendees.map(({ address }) => address)).toEqual(['ann@example.org', 'minh@example.com', 'ben@example.org'])
    expect(text('summary')).toBe('Intro call: Ann Lee and Example Agency')
    expect(text('url')).toBe('https://meet.example.com/1')
  })

  it('is not in a reminder', async () => {
    expect(await mail('guest', 'reminder')).not.toHaveProperty('calendar')
  })
})

describe('what the guest typed', () => {
  const advert = told({
    name: 'Win at evil.example.net',
    company: 'Buy now',
    cancelledBy: 'guest',
    cancelReason: 'http://evil.example.net',
  })

  it.each(['guest', 'invited'] as const)(
    'does not reach one who is %s, whose address anybody may enter',
    async (role) => {
      for (const news of ['confirmation', 'move', 'cancellation', 'reminder'] as const) {
        const { subject, text, html, calendar = '', replyTo } = await mail(role, news, advert)
        const all = [subject, text, html, calendar.replace(/\r\n /g, ''), JSON.stringify(replyTo)].join()
        expect(all).not.toMatch(/evil|Buy now/)
      }
    },
  )

  it('reaches the host in full, and is no link', async () => {
    const { text, replyTo } = await mail('host', 'cancellation', advert)
    expect(text.replaceAll('\u2060', '')).toContain('Win at evil.example.net has cancelled')
    expect(text).toContain('> http://evil.example.net')
    expect(replyTo).toEqual({ name: '', address: 'ann@example.org' })
  })

  it('is answered by the host, and the mail to the guest by the agency', async () => {
    expect((await mail('host')).replyTo).toEqual({ name: 'Ann Lee', address: 'ann@example.org' })
    expect((await mail('guest')).replyTo).toEqual({ name: 'Example Agency', address: 'hello@example.com' })
  })
})

describe('a cancellation by the agency', () => {
  it('gives its reason to the guest, and a way to book another time', async () => {
    const { text } = await mail('guest', 'cancellation', told({ cancelledBy: 'staff', cancelReason: 'Minh is ill.' }))
    expect(text).toContain('> Minh is ill.')
    expect(text).toContain('https://example.com/book\n')
  })
})

describe('the place', () => {
  it.each([
    ['phone', '', 'We call +1 555 0100'],
    ['phone', 'Call us: +1 555 0199', 'Call us: +1 555 0199'],
    ['office', 'Example Street 1', 'Example Street 1'],
    ['video', '', 'Video call'],
  ] as const)('of a %s with “%s” is “%s”', async (kind, details, place) => {
    expect((await mail('guest', 'confirmation', told({}, { location: { kind, details } }))).text).toContain(
      `Where: ${place}`,
    )
  })
})

describe('a guest who is asked to choose again', () => {
  it('gets the way to other times and to the end of it, and nothing that changes their calendar', async () => {
    const { subject, text, calendar, replyTo } = await mail('guest', 'choose-again')
    expect(subject).toBe('Please choose another time: Intro call, Wednesday, 13 January 2027, 21:00–21:30 GMT-5')
    expect(text).toContain('https://example.com/book/manage/secret/move')
    expect(text).toMatch(/cancel the meeting\n\s+https:\/\/example\.com\/book\/manage\/secret\n/)
    expect(calendar).toBeUndefined()
    expect(replyTo).toEqual({ name: 'Example Agency', address: 'hello@example.com' })
  })
})
