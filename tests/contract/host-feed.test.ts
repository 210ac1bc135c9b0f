import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { cancel } from '@/booking/actions'
import { feedOfToken } from '@/booking/feed/host-feed'
import { rest } from '../support/api'
import { createHost, createMeetingType } from '../support/booking'
import { bookingTools, NOW } from '../support/bookings'
import { readCalendar } from '../support/calendar-file'
import { contractPayload } from '../support/contract'
import { createStaff, type Staff } from '../support/staff'

let payload: Payload
let staff: Staff
let tools: ReturnType<typeof bookingTools>

beforeAll(async () => {
  payload = await contractPayload()
  staff = await createStaff(payload)
  tools = bookingTools(payload)
})

let address: { host: string; slug: string }

/** A host who is the author of the staff, with a meeting type of their own. */
beforeAll(async () => {
  const host = await createHost(payload, { user: staff.author.id, name: 'Minh' })
  const type = await createMeetingType(payload, [host.id])
  address = { host: host.id, slug: type.slug ?? '' }
})

const make = (as?: Staff['author']) => rest('POST', `/hosts/${address.host}/calendar`, { as, body: {} })
const stop = (as?: Staff['author']) => rest('POST', `/hosts/${address.host}/calendar/stop`, { as, body: {} })

async function token(as = staff.author): Promise<string> {
  const { body, status } = await make(as)
  expect(status).toBe(201)
  const { url } = body as { url: string }
  return /^https?:\/\/[^/]+\/book\/calendar\/([\w-]{43})\/meetings\.ics$/.exec(url)?.[1] ?? ''
}

const uids = async (of: string) =>
  readCalendar((await feedOfToken(payload, of, NOW)) ?? '').events.map((event) => event.getFirstPropertyValue('uid'))

describe('the calendar of a host', () => {
  it('holds their meetings that stand, and of nobody else', async () => {
    const other = await tools.typeWith(1)
    await tools.booked(other.slug, '2027-01-14T09:00Z')
    const stands = await tools.booked(address.slug, '2027-01-14T09:00Z')
    const cancelled = await tools.booked(address.slug, '2027-01-14T10:00Z')
    await cancel(payload, cancelled.id, { by: 'guest' }, NOW)
    expect(await uids(await token())).toEqual([stands.uid])
  })

  it('goes back for thirty days', async () => {
    const own = await token()
    const later = (days: number) => new Date(Date.parse('2027-01-14T09:00Z') + days * 24 * 3_600_000)
    const count = async (days: number) =>
      readCalendar((await feedOfToken(payload, own, later(days))) ?? '').events.length
    expect([await count(29), await count(31)]).toEqual([1, 0])
  })

  it('opens by its newest address alone, which is stored as a hash, and by none once it is stopped', async () => {
    const first = await token()
    const second = await token(staff.admin)
    expect(await feedOfToken(payload, first, NOW)).toBeUndefined()
    expect(await feedOfToken(payload, second, NOW)).toContain('BEGIN:VCALENDAR')
    const { feedTokenHash } = await payload.findByID({ collection: 'hosts', id: address.host, depth: 0 })
    expect(feedTokenHash).not.toContain(second)
    expect((await stop(staff.author)).status).toBe(200)
    expect(await feedOfToken(payload, second, NOW)).toBeUndefined()
    expect(await feedOfToken(payload, '', NOW)).toBeUndefined()
  })

  it('is not that of somebody who is not active', async () => {
    const own = await token()
    await payload.update({ collection: 'hosts', id: address.host, data: { active: false } })
    expect(await feedOfToken(payload, own, NOW)).toBeUndefined()
    await payload.update({ collection: 'hosts', id: address.host, data: { active: true } })
    await payload.update({ collection: 'users', id: staff.author.id, data: { active: false } })
    expect(await feedOfToken(payload, own, NOW)).toBeUndefined()
    await payload.update({ collection: 'users', id: staff.author.id, data: { active: true } })
    expect(await feedOfToken(payload, own, NOW)).toContain('BEGIN:VCALENDAR')
  })

  it('is handed out by its owner and admins alone, and nobody reads the hash', async () => {
    for (const as of [staff.editor, staff.otherAuthor, staff.sales, undefined]) {
      expect([(await make(as)).status, (await stop(as)).status]).toEqual([403, 403])
    }
    const { body } = await rest('GET', `/hosts/${address.host}`, { as: staff.admin })
    expect(body).not.toHaveProperty('feedTokenHash')
  })
})
