import type { Payload, Where } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { meetingsThatNoLongerFit } from '@/booking/queries'
import { unfitMeetingsOf } from '@/booking/unfit/endpoints'
import type { Meeting } from '@/payload-types'
import { type Caller, rest } from '../support/api'
import { createHost, createMeetingType } from '../support/booking'
import { bookingTools, flawsOf, NOW } from '../support/bookings'
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

const holidays = (...dates: string[]) =>
  payload.updateGlobal({
    slug: 'booking',
    data: { holidays: dates.map((date) => ({ date: `${date}T12:00:00.000Z`, name: 'Holiday' })) },
  })

const changeHost = (id: string, data: object) => payload.update({ collection: 'hosts', id, data, depth: 0 })

const unfit = (type: string, now = NOW) => meetingsThatNoLongerFit(payload, now, { type })
const reasons = async (type: string) =>
  (await unfit(type)).map(({ start, reasons }) => `${start.slice(5, 16)} ${reasons.map(({ why }) => why)}`)

/** One host with a meeting at nine and one at two. */
async function twoMeetings(extra: Parameters<typeof tools.typeWith>[1] = {}) {
  const { type, slug, hosts } = await tools.typeWith(1, extra)
  const morning = await tools.booked(slug, '2027-01-14T09:00Z')
  const afternoon = await tools.booked(slug, '2027-01-14T14:00Z')
  return { type, slug, host: hosts[0] ?? '', morning, afternoon }
}

const settle = ({ id }: Meeting, body: object, as?: Caller) => rest('POST', `/meetings/${id}/settle`, { as, body })
const live = ({ id }: Meeting) => payload.findByID({ collection: 'meetings', id, depth: 0 })
async function mails({ id }: Meeting, kind: string) {
  const where: Where = { and: [{ meeting: { equals: id } }, { kind: { equals: kind } }] }
  return (await payload.find({ collection: 'emails', where, pagination: false, depth: 0, joins: false })).docs
}

describe('the meetings that no longer fit', () => {
  it('are none while nothing has changed, whatever is booked and how often', async () => {
    const { type } = await twoMeetings({ limitPerDay: 2 })
    expect(await unfit(type.id)).toEqual([])
  })

  it('are those outside the hours that a host saves', async () => {
    const { type, host } = await twoMeetings()
    await changeHost(host, { weeklyHours: [{ days: ['thu'], from: '12:00', to: '17:00' }] })
    expect(await reasons(type.id)).toEqual(['01-14T09:00 hours'])
    await changeHost(host, { overrides: [{ date: '2027-01-14T12:00:00.000Z' }] })
    expect(await reasons(type.id)).toEqual(['01-14T09:00 hours', '01-14T14:00 hours'])
  })

  it('are those on a new holiday, by the calendar of the host, and none on which the host works all the same', async () => {
    const { type, host } = await twoMeetings()
    await holidays('2027-01-14')
    expect(await reasons(type.id)).toEqual(['01-14T09:00 holiday', '01-14T14:00 holiday'])
    await changeHost(host, { overrides: [{ date: '2027-01-14T12:00:00.000Z', from: '09:00', to: '12:00' }] })
    expect(await reasons(type.id)).toEqual(['01-14T14:00 hours'])
    await holidays()
  })

  it('are those that another calendar of the host collides with', async () => {
    const { type, host } = await twoMeetings()
    const busy = [{ from: Date.parse('2027-01-14T14:15Z'), to: Date.parse('2027-01-14T18:00Z') }]
    await payload.create({ collection: 'busy-feeds', data: { host, state: 'ok', busy } })
    expect(await reasons(type.id)).toEqual(['01-14T14:00 busy'])
  })

  it('are all of a host who takes none any more, or who left the type', async () => {
    const { type, host } = await twoMeetings()
    await changeHost(host, { active: false })
    expect(await reasons(type.id)).toEqual(['01-14T09:00 inactive', '01-14T14:00 inactive'])
    await changeHost(host, { active: true })
    const other = await createHost(payload)
    await payload.update({ collection: 'meeting-types', id: type.id, data: { hosts: [other.id] } })
    expect(await reasons(type.id)).toEqual(['01-14T09:00 not-of-type', '01-14T14:00 not-of-type'])
  })

  it('are judged by the rules they were booked with: not by a new length, notice, limit or grid', async () => {
    const { type } = await twoMeetings()
    const data = { length: 480, grid: 60, limitPerDay: 1, noticeHours: 720, horizonDays: 1, bufferBefore: 60 }
    await payload.update({ collection: 'meeting-types', id: type.id, data })
    expect(await unfit(type.id)).toEqual([])
  })

  it('are neither cancelled nor over', async () => {
    const { type, host, morning } = await twoMeetings()
    await changeHost(host, { active: false })
    expect(await unfit(type.id, new Date('2027-01-14T09:30Z'))).toHaveLength(1)
    await settle(morning, { choice: 'cancel', reason: 'Ill' }, staff.admin)
    expect(await reasons(type.id)).toEqual(['01-14T14:00 inactive'])
  })

  it('name every host they do not fit, when several come', async () => {
    const { type, slug, hosts } = await tools.typeWith(2, { hostsMode: 'all' })
    await tools.booked(slug, '2027-01-14T09:00Z')
    await changeHost(hosts[1] ?? '', { active: false })
    const [found] = await unfit(type.id)
    expect(found?.hosts).toHaveLength(2)
    expect(found?.reasons).toEqual([expect.objectContaining({ host: hosts[1], why: 'inactive' })])
  })
})

describe('a meeting that somebody keeps', () => {
  it('is not shown again until its reasons or its time change', async () => {
    const { type, host, morning } = await twoMeetings()
    await changeHost(host, { weeklyHours: [{ days: ['thu'], from: '12:00', to: '17:00' }] })
    const [shown] = await unfit(type.id)
    expect((await settle(morning, { choice: 'keep', mark: shown?.mark }, staff.sales)).status).toBe(200)
    expect(await unfit(type.id)).toEqual([])
    // What the form of the meeting sends does not undo it, and nobody was told of anything.
    await payload.update({ collection: 'meetings', id: morning.id, data: { notes: 'Called' } })
    expect(await unfit(type.id)).toEqual([])
    expect(await live(morning)).toMatchObject({ sequence: 0, status: 'confirmed', start: morning.start })
    await changeHost(host, { weeklyHours: [{ days: ['thu'], from: '13:00', to: '17:00' }] })
    expect(await reasons(type.id)).toEqual(['01-14T09:00 hours'])
  })

  it('is shown when something changed between the look and the decision', async () => {
    const { type, host, morning } = await twoMeetings()
    await changeHost(host, { weeklyHours: [{ days: ['thu'], from: '12:00', to: '17:00' }] })
    const [shown] = await unfit(type.id)
    await changeHost(host, { active: false })
    await settle(morning, { choice: 'keep', mark: shown?.mark }, staff.sales)
    expect(await reasons(type.id)).toContain('01-14T09:00 inactive')
  })
})

describe('a decision', () => {
  it('to move takes a free time alone, and holds it', async () => {
    const { type, host, morning, afternoon } = await twoMeetings()
    await changeHost(host, { weeklyHours: [{ days: ['thu'], from: '12:00', to: '17:00' }] })
    const { body } = await rest('GET', `/meetings/${morning.id}/other-times`, { as: staff.sales })
    const times = body.times as number[]
    const noon = Date.parse('2027-01-14T12:00Z')
    expect(times).toContain(noon)
    expect(times).not.toContain(Date.parse(afternoon.start))
    for (const start of [Date.parse(afternoon.start), Date.parse('2027-01-14T10:00Z')]) {
      expect((await settle(morning, { choice: 'move', start }, staff.sales)).status).toBe(409)
    }
    expect((await settle(morning, { choice: 'move', start: noon }, staff.sales)).status).toBe(200)
    expect(await live(morning)).toMatchObject({ start: '2027-01-14T12:00:00.000Z', sequence: 1 })
    expect(await unfit(type.id)).toEqual([])
    expect(await flawsOf(payload, [host])).toEqual([])
  })

  it('to move is offered no time twice, and the present one only to somebody else who can come then', async () => {
    const { slug, hosts } = await tools.typeWith(2)
    const meeting = await tools.booked(slug, '2027-01-14T09:00Z')
    const offered = async () =>
      (await rest('GET', `/meetings/${meeting.id}/other-times`, { as: staff.sales })).body.times as number[]
    const own = Date.parse(meeting.start)
    const times = await offered()
    expect(times).not.toContain(own)
    expect(times).toContain(Date.parse('2027-01-14T09:30Z'))
    expect(times).toEqual([...new Set(times)].sort((a, b) => a - b))
    const [gone = ''] = meeting.hosts as string[]
    await changeHost(gone, { active: false })
    expect((await offered()).filter((time) => time === own)).toEqual([own])
    expect((await settle(meeting, { choice: 'move', start: own }, staff.sales)).status).toBe(200)
    const { hosts: present, start } = await live(meeting)
    expect({ present, start }).toEqual({ present: hosts.filter((id) => id !== gone), start: meeting.start })
    expect(await flawsOf(payload, hosts)).toEqual([])
  })

  it('to ask writes one mail for each time of the meeting, whoever asks and how often', async () => {
    const { type, host, morning } = await twoMeetings()
    await changeHost(host, { weeklyHours: [{ days: ['thu'], from: '16:00', to: '17:00' }] })
    const both = await Promise.all([staff.sales, staff.admin].map((by) => settle(morning, { choice: 'ask' }, by)))
    await settle(morning, { choice: 'ask' }, staff.sales)
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    const [mail, ...more] = await mails(morning, 'meeting-choose-again')
    expect(more).toEqual([])
    expect(mail?.to?.address).toBe(morning.email)
    expect(mail?.text).toMatch(/\/book\/manage\/[\w-]{43}\/move/)
    const shown = await unfit(type.id)
    expect(shown.map(({ askedAt }) => Boolean(askedAt))).toEqual([true, false])
    await settle(morning, { choice: 'move', start: Date.parse('2027-01-14T16:00Z') }, staff.sales)
    await settle(morning, { choice: 'ask' }, staff.sales)
    expect(await mails(morning, 'meeting-choose-again')).toHaveLength(2)
  })

  it('to ask is refused with the reason while there is nothing to choose from', async () => {
    const { host, morning } = await twoMeetings()
    await changeHost(host, { active: false })
    const refused = await settle(morning, { choice: 'ask' }, staff.sales)
    expect(refused.status).toBe(409)
    expect(JSON.stringify(refused.body)).toContain('No time is free that the guest could choose.')
    expect(await mails(morning, 'meeting-choose-again')).toEqual([])
  })

  it('to cancel tells the guest why, and is not made without a reason', async () => {
    const { host, morning } = await twoMeetings()
    for (const reason of [undefined, '  ', 7, 'x'.repeat(1001)]) {
      expect((await settle(morning, { choice: 'cancel', reason }, staff.sales)).status).toBe(400)
    }
    expect((await settle(morning, { choice: 'cancel', reason: 'Lan is ill' }, staff.sales)).status).toBe(200)
    expect(await live(morning)).toMatchObject({ status: 'cancelled', cancelledBy: 'staff', cancelReason: 'Lan is ill' })
    expect(await flawsOf(payload, [host])).toEqual([])
    const told = (await mails(morning, 'meeting-cancellation')).find(({ to }) => to?.address === morning.email)
    expect(told?.text).toContain('> Lan is ill')
    for (const body of [{ choice: 'ask' }, { choice: 'keep', mark: 'a'.repeat(64) }]) {
      expect((await settle(morning, body, staff.sales)).status).toBe(409)
    }
  })

  it('stands in the audit log', async () => {
    const { morning } = await twoMeetings()
    await settle(morning, { choice: 'cancel', reason: 'Ill' }, staff.sales)
    const where = { document: { equals: morning.id } }
    const { docs } = await payload.find({ collection: 'audit-entries', where })
    expect(docs).toMatchObject([
      { action: 'update', entity: 'meetings', who: 'sales', fields: ['status', 'cancelReason'] },
    ])
  })

  it.each([
    {},
    { choice: 'delete' },
    { choice: 'keep' },
    { choice: 'keep', mark: 'x' },
    { choice: 'move', start: '1' },
  ])('of %j is none', async (body) => {
    const { morning } = await twoMeetings()
    expect((await settle(morning, body, staff.admin)).status).toBe(400)
  })
})

describe('who decides', () => {
  it('is sales and admins about all, a host about their own, and nobody else', async () => {
    const own = await createHost(payload, { user: staff.author.id })
    const other = await createHost(payload, { user: staff.otherAuthor.id })
    const type = await createMeetingType(payload, [own.id])
    const theirs = await createMeetingType(payload, [other.id])
    const mine = await tools.booked(type.slug ?? '', '2027-01-14T09:00Z')
    const strange = await tools.booked(theirs.slug ?? '', '2027-01-14T09:00Z')
    for (const { id } of [own, other]) await changeHost(id, { active: false })

    const seen = async (role: keyof Staff) =>
      (await unfitMeetingsOf(payload, staff[role].user, {}, NOW)).map(({ id }) => id)
    expect(await seen('author')).toEqual([mine.id])
    expect(await seen('editor')).toEqual([])
    expect(await seen('sales')).toEqual(expect.arrayContaining([mine.id, strange.id]))
    expect(await unfitMeetingsOf(payload, undefined)).toEqual([])
    expect((await rest('GET', '/meetings/unfit')).status).toBe(403)

    // The list has a link to the page of a meeting for those alone who find it there.
    for (const role of ['author', 'sales', 'admin'] as const) {
      const as = staff[role]
      const page = await rest('GET', `/meetings/${mine.id}?depth=0`, { as })
      expect((await rest('GET', '/meetings/unfit', { as })).body.mayOpen).toBe(page.status === 200)
      expect(page.status).toBe(role === 'author' ? 403 : 200)
    }

    const refused = async (meeting: Meeting, as?: Caller) => {
      expect((await settle(meeting, { choice: 'ask' }, as)).status).toBe(403)
      expect((await rest('GET', `/meetings/${meeting.id}/other-times`, { as })).status).toBe(403)
    }
    await refused(strange, staff.author)
    await refused(mine, staff.editor)
    await refused(mine)
    await refused({ ...mine, id: 'unknown' }, staff.admin)
    expect(await mails(mine, 'meeting-choose-again')).toEqual([])
    for (const { id } of [own, other]) await changeHost(id, { active: true })
    expect((await settle(mine, { choice: 'ask' }, staff.author)).status).toBe(200)
    expect((await settle(strange, { choice: 'ask' }, staff.sales)).status).toBe(200)
  })
})
