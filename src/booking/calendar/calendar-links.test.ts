import { describe, expect, it } from 'vitest'
import { calendarLinks } from './calendar-links'

const links = calendarLinks({
  start: new Date('2027-01-14T02:00:00.000Z'),
  end: new Date('2027-01-14T02:30:00.000Z'),
  summary: 'Intro & more: Ánh + Bob',
  description: 'Line one\nhttps://example.com/?a=1&b=2',
  location: 'Đường Láng #5',
})
const parameters = (link: string) => Object.fromEntries(new URL(link).searchParams)

describe('a link that adds a meeting to a calendar on the web', () => {
  it('gives Google the times in UTC and the texts whole', () => {
    expect(new URL(links.google).origin).toBe('https://calendar.google.com')
    expect(parameters(links.google)).toEqual({
      action: 'TEMPLATE',
      text: 'Intro & more: Ánh + Bob',
      dates: '20270114T020000Z/20270114T023000Z',
      details: 'Line one\nhttps://example.com/?a=1&b=2',
      location: 'Đường Láng #5',
    })
  })

  it.each([
    ['outlook', 'https://outlook.live.com'],
    ['office365', 'https://outlook.office.com'],
  ] as const)('gives %s the same, without a plus sign for a space', (program, origin) => {
    expect(new URL(links[program]).origin).toBe(origin)
    expect(parameters(links[program])).toMatchObject({
      rru: 'addevent',
      subject: 'Intro & more: Ánh + Bob',
      startdt: '2027-01-14T02:00:00.000Z',
      enddt: '2027-01-14T02:30:00.000Z',
      body: 'Line one\nhttps://example.com/?a=1&b=2',
      location: 'Đường Láng #5',
    })
    expect(links[program]).not.toContain('+')
  })

  it('gives Yahoo the same', () => {
    expect(parameters(links.yahoo)).toMatchObject({
      st: '20270114T020000Z',
      et: '20270114T023000Z',
      in_loc: 'Đường Láng #5',
    })
  })

  it('does without a place, and with half of a character', () => {
    const bare = calendarLinks({
      start: new Date(0),
      end: new Date(60_000),
      summary: 'x\ud800',
      description: '',
    })
    expect(parameters(bare.google)).toMatchObject({ text: 'x\ufffd', location: '' })
  })
})
