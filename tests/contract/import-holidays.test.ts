import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Caller, rest } from '../support/api'
import { contractPayload } from '../support/contract'
import { createStaff, type Staff } from '../support/staff'

let payload: Payload
let staff: Staff

beforeAll(async () => {
  payload = await contractPayload()
  staff = await createStaff(payload)
})

const year = new Date().getUTCFullYear() + 1
const newYear = ['BEGIN:VEVENT', `DTSTART;VALUE=DATE:${year}0101`, 'SUMMARY:New Year', 'END:VEVENT']
const yearly = ['BEGIN:VEVENT', `DTSTART;VALUE=DATE:${year}0902`, 'RRULE:FREQ=YEARLY', 'SUMMARY:National', 'END:VEVENT']
const file = ['BEGIN:VCALENDAR', ...newYear, ...yearly, 'END:VCALENDAR', ''].join('\r\n')

const send = (body: object, as?: Caller) => rest('POST', '/globals/booking/holidays', { as, body })

describe('a file of holidays', () => {
  it('is read to the end of the year after next, and written by nothing but the form', async () => {
    const before = await payload.findGlobal({ slug: 'booking', depth: 0 })
    expect(await send({ file }, staff.admin)).toEqual({
      status: 200,
      body: {
        lastYear: year + 1,
        holidays: [
          { date: `${year}-01-01`, name: 'New Year' },
          ...[year, year + 1].map((each) => ({ date: `${each}-09-02`, name: 'National' })),
        ],
      },
    })
    expect(await payload.findGlobal({ slug: 'booking', depth: 0 })).toEqual(before)
  })

  it.each([
    ['is no calendar', { file: 'Date;Name' }, 400, /not a calendar file/],
    ['ends in the middle', { file: file.slice(0, 60) }, 400, /broken/],
    ['is too large', { file: `${file}${' '.repeat(1024 * 1024)}` }, 413, /larger than 1 MB/],
    ['is none', { file: '' }, 400, /Choose a calendar file/],
    ['is no text', { file: [file] }, 400, /Choose a calendar file/],
  ])('that %s is refused in words', async (_, body, status, message) => {
    expect(await send(body, staff.admin)).toEqual({
      status,
      body: { errors: [expect.objectContaining({ message: expect.stringMatching(message) })] },
    })
  })

  it('is read for admins alone', async () => {
    for (const as of [staff.sales, staff.editor, staff.author, undefined]) {
      expect((await send({ file }, as)).status).toBe(403)
    }
  })
})
