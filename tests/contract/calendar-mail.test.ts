import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CalendarMeeting, type InvitationMethod, invitation } from '@/booking/calendar/invitation'
import { deliverDue } from '@/mail/deliver'
import { owe } from '@/mail/outbox'
import { expectCalendarLines, readCalendar } from '../support/calendar-file'
import { contractPayload } from '../support/contract'
import { mailServer } from '../support/mail-server'

let payload: Payload
let server: Awaited<ReturnType<typeof mailServer>>

beforeAll(async () => {
  payload = await contractPayload()
  await payload.updateGlobal({ slug: 'settings', data: { senderAddress: 'site@example.com' } })
  server = await mailServer()
})

afterAll(async () => {
  await server.close()
})

const meeting: CalendarMeeting = {
  uid: 'meeting-1@example.com',
  sequence: 1,
  start: new Date('2027-01-14T02:00:00Z'),
  end: new Date('2027-01-14T02:30:00Z'),
  createdAt: new Date('2027-01-10T08:00:00Z'),
  changedAt: new Date('2027-01-11T09:30:00Z'),
  summary: 'Gặp gỡ 👋, “Ánh”',
  description: 'One\nTwo = =20\n.\nאחת',
  organizer: { name: 'Example Agency', address: 'hello@example.com' },
  attendees: [{ name: 'Ánh', address: 'anh@example.com' }],
}

/** The mail as it arrives after it went through the outbox. */
async function sent(calendarMethod?: InvitationMethod) {
  const calendar = calendarMethod && invitation(meeting, calendarMethod)
  await owe(payload, {
    key: `calendar-mail:${calendarMethod}`,
    kind: 'test',
    to: { address: 'anh@example.com' },
    subject: 'Invitation',
    text: 'The text part',
    html: '<p>The HTML part</p>',
    calendar,
    calendarMethod,
  })
  await deliverDue(payload, server.transport)
  const mail = server.arrived.at(-1)
  if (!mail) throw new Error('No mail arrived')
  return { mail, calendar: calendar ?? '' }
}

describe.each(['REQUEST', 'CANCEL'] as const)('a mail with a calendar file of the method %s', (method) => {
  it('is an invitation to mail programs: an alternative that names the method, and a file', async () => {
    const { mail, calendar } = await sent(method)
    expect(mail.source).toMatch(/^Content-Type: multipart\/mixed/m)
    expect(mail.source).toMatch(/^Content-Type: multipart\/alternative/m)
    const parts = mail.source.replace(/\r\n\s+/g, ' ')
    const types = [...parts.matchAll(/^Content-Type: ([^\r\n;]+)(.*)$/gm)].map(([, type]) => type)
    expect(types).toEqual([
      'multipart/mixed',
      'multipart/alternative',
      'text/plain',
      'text/html',
      'text/calendar',
      'application/ics',
    ])
    expect(parts).toMatch(new RegExp(`^Content-Type: text/calendar; charset=utf-8; method=${method}\\r$`, 'm'))
    const contents = mail.attachments.map(({ contentType, filename, content }) => ({
      contentType,
      filename,
      content: content.toString('utf8'),
    }))
    expect(contents).toEqual([
      { contentType: 'text/calendar', filename: undefined, content: calendar },
      { contentType: 'application/ics', filename: 'invite.ics', content: calendar },
    ])
    expectCalendarLines(contents[0]?.content ?? '')
    const { calendar: read, text } = readCalendar(contents[0]?.content ?? '')
    expect(read.getFirstPropertyValue('method')).toBe(method)
    expect(text('summary')).toBe('Gặp gỡ 👋, “Ánh”')
    expect(text('description')).toBe('One\nTwo = =20\n.\nאחת')
  })

  it('is read as any other mail by programs without a calendar', async () => {
    const mail = server.arrived.at(-1)
    expect(mail?.text).toBe('The text part')
    expect(mail?.html).toContain('The HTML part')
  })
})

describe('a mail without a calendar file', () => {
  it('has its two parts alone', async () => {
    const { mail } = await sent()
    expect(mail.source).toMatch(/^Content-Type: multipart\/alternative/m)
    expect(mail.source).not.toMatch(/text\/calendar|multipart\/mixed/)
    expect(mail.attachments).toEqual([])
  })
})
