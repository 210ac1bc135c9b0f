import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { ANSWER_FIELDS } from '@/booking/form/answer-fields'
import type { Host, MeetingType } from '@/payload-types'
import { rest } from '../support/api'
import { createHost, createMeetingType, meeting, meetingType } from '../support/booking'
import { contractPayload } from '../support/contract'
import { createStaff, type Staff } from '../support/staff'

let payload: Payload
let staff: Staff
/** The author is a host, and so is somebody else. */
let own: Host
let other: Host
let type: MeetingType

beforeAll(async () => {
  payload = await contractPayload()
  staff = await createStaff(payload)
  own = await createHost(payload, { name: 'Own', user: staff.author.id })
  other = await createHost(payload, { name: 'Other' })
  type = await createMeetingType(payload, [own.id], { name: 'Intro call' })
})

const as = (role: keyof Staff) => ({ user: staff[role].user, overrideAccess: false as const })
const update = (id: string, data: object, role: keyof Staff) =>
  payload.update({ collection: 'hosts', id, data, depth: 0, ...as(role) })

describe('a host', () => {
  it('sees and changes their own hours and zone, whatever their role, and nobody else’s', async () => {
    const hours = [{ days: ['mon', 'tue'], from: '08:00', to: '12:30' }]
    const changed = await update(own.id, { weeklyHours: hours, timeZone: 'Asia/Kolkata' }, 'author')
    expect(changed).toMatchObject({ timeZone: 'Asia/Kolkata', weeklyHours: [{ days: ['mon', 'tue'], to: '12:30' }] })
    await expect(update(other.id, { weeklyHours: [] }, 'author')).rejects.toMatchObject({ status: 403 })
    expect((await payload.find({ collection: 'hosts', ...as('author') })).docs.map(({ id }) => id)).toEqual([own.id])
  })

  it('does not make themselves active, or give their hours to another account', async () => {
    await payload.update({ collection: 'hosts', id: own.id, data: { active: false } })
    const changed = await update(own.id, { active: true, user: staff.editor.id, timeZone: 'UTC' }, 'author')
    expect(changed).toMatchObject({ active: false, user: staff.author.id, timeZone: 'UTC' })
    await payload.update({ collection: 'hosts', id: own.id, data: { active: true } })
  })

  it('has one account, which has one host, and is not deleted while they have one', async () => {
    await expect(createHost(payload, { user: staff.author.id })).rejects.toMatchObject({ status: 400 })
    await expect(payload.delete({ collection: 'users', id: staff.author.id })).rejects.toMatchObject({ status: 409 })
  })

  it.each(['Asia/Kolkata', 'Europe/Kyiv', 'UTC'])('may work in %s', async (timeZone) => {
    expect((await update(own.id, { timeZone }, 'author')).timeZone).toBe(timeZone)
  })

  it.each([
    ['a zone that does not exist', { timeZone: 'Mars/Olympus' }],
    ['hours that end before they begin', { weeklyHours: [{ days: ['mon'], from: '17:00', to: '09:00' }] }],
    ['a time that no clock shows', { weeklyHours: [{ days: ['mon'], from: '9', to: '25:00' }] }],
    ['dates of which the last is before the first', { overrides: [{ date: '2027-01-16', until: '2027-01-14' }] }],
    ['half of the hours of a date', { overrides: [{ date: '2027-01-14', from: '09:00' }] }],
  ])('cannot have %s', async (_what, data) => {
    await expect(update(own.id, data, 'author')).rejects.toMatchObject({ status: 400 })
  })

  it('may have a date without hours, and one with', async () => {
    const overrides = [{ date: '2027-01-14' }, { date: '2027-01-15', until: '2027-01-16', from: '22:00', to: '24:00' }]
    expect((await update(own.id, { overrides }, 'author')).overrides).toHaveLength(2)
  })

  it('of meetings is not deleted; another is, with what was read of their calendar', async () => {
    const met = await createHost(payload)
    const { id } = await payload.create({ collection: 'meetings', data: meeting({ host: met.id, hosts: [met.id] }) })
    await expect(payload.delete({ collection: 'hosts', id: met.id })).rejects.toMatchObject({ status: 409 })
    await payload.delete({ collection: 'meetings', id })
    await payload.create({ collection: 'busy-feeds', data: { host: met.id, state: 'ok' } })
    await payload.delete({ collection: 'hosts', id: met.id })
    const feeds = await payload.count({ collection: 'busy-feeds', where: { host: { equals: met.id } } })
    expect(feeds.totalDocs).toBe(0)
  })
})

describe('a meeting type', () => {
  const questions = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ label: `Question ${index + 1}`, kind: 'line' }))
  const create = (extra: object) =>
    payload.create({ collection: 'meeting-types', data: meetingType('Checked', [own.id], extra) })

  it.each([
    ['a length that is no multiple of five minutes', { length: 17 }],
    ['no host', { hosts: [] }],
    ['two hosts where one is fixed', { hostsMode: 'fixed', hosts: 'both' }],
    ['a limit of none', { limitPerDay: 0 }],
    ['more questions than its form can ask', { questions: questions(ANSWER_FIELDS.length + 1) }],
    ['an address that another page has', { slug: 'manage' }],
  ])('cannot have %s', async (_what, extra) => {
    const hosts = 'hosts' in extra && extra.hosts === 'both' ? { hosts: [own.id, other.id] } : {}
    await expect(create({ ...extra, ...hosts })).rejects.toMatchObject({ status: 400 })
  })

  it('may ask as many questions as its form has fields', async () => {
    const asked = questions(ANSWER_FIELDS.length)
    expect((await create({ name: 'Curious', questions: asked })).questions).toHaveLength(ANSWER_FIELDS.length)
  })

  it('has an address of its own', async () => {
    expect(type.slug).toBe('intro-call')
    await expect(create({ slug: 'intro-call' })).rejects.toMatchObject({ status: 400 })
  })

  it('is read by visitors while it is active, without who comes and where', async () => {
    const hidden = await createMeetingType(payload, [own.id], { active: false })
    const { body } = await rest('GET', '/meeting-types')
    const ids = body.docs?.map(({ id }) => id)
    expect(ids).toContain(type.id)
    expect(ids).not.toContain(hidden.id)
    const shown = body.docs?.find(({ id }) => id === type.id)
    expect(shown).toMatchObject({ name: 'Intro call', length: 30, location: { kind: 'video' } })
    for (const secret of ['hosts', 'hostsMode', 'limitPerDay']) expect(shown).not.toHaveProperty(secret)
    expect(JSON.stringify(shown)).not.toContain('meet.example.com')
  })
})

describe('a meeting', () => {
  it('and whatever belongs to it is hidden from visitors', async () => {
    await payload.create({ collection: 'meetings', data: meeting() })
    for (const slug of ['meetings', 'hosts', 'busy-feeds', 'meeting-claims']) {
      expect((await rest('GET', `/${slug}`)).status).toBe(403)
    }
    expect((await rest('GET', '/globals/booking')).status).toBe(403)
    expect((await rest('POST', '/meetings', { body: meeting() })).status).toBe(403)
  })

  it('is not moved or cancelled by typing over it, and shows no secret', async () => {
    const { id } = await payload.create({ collection: 'meetings', data: meeting() })
    const path = `/meetings/${id}`
    const body = { start: '2027-02-01T09:00:00.000Z', notes: 'Called', sequence: 7 }
    const { body: answer } = await rest('PATCH', path, { as: staff.sales, body })
    expect(answer.doc).toMatchObject({ start: '2027-01-14T09:00:00.000Z', notes: 'Called', sequence: 0 })
    for (const secret of ['manageTokenHash', 'idempotencyKey', 'places']) expect(answer.doc).not.toHaveProperty(secret)
    for (const status of ['cancelled', 'held', 'no-show']) {
      await rest('PATCH', path, { as: staff.admin, body: { status } })
      await payload.update({ collection: 'meetings', id, data: { status: 'no-show' } })
    }
    expect((await payload.findByID({ collection: 'meetings', id })).status).toBe('confirmed')
  })

  it('that is deleted frees its time', async () => {
    const { id } = await payload.create({ collection: 'meetings', data: meeting({ status: 'no-show' }) })
    const claim = { key: `claim of ${id}`, meeting: id, expiresAt: '9999-12-31T00:00:00.000Z' }
    await payload.create({ collection: 'meeting-claims', data: claim })
    await payload.delete({ collection: 'meetings', id, ...as('admin') })
    expect((await payload.count({ collection: 'meeting-claims', where: { meeting: { equals: id } } })).totalDocs).toBe(
      0,
    )
  })
})
