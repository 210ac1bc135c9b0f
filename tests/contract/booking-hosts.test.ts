import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { reschedule } from '@/booking/actions'
import { sweepMeetings } from '@/booking/follow-up/sweep'
import type { Meeting } from '@/payload-types'
import { createHost } from '../support/booking'
import { bookingTools, flawsOf, NOW } from '../support/bookings'
import { contractPayload } from '../support/contract'

let payload: Payload
let tools: ReturnType<typeof bookingTools>

beforeAll(async () => {
  payload = await contractPayload()
  tools = bookingTools(payload)
})

const TEN = '2027-01-14T10:00Z'
const ELEVEN = Date.parse('2027-01-14T11:00Z')

describe('a meeting whose host left its type', () => {
  it('goes to another one, at the same time too, and not back', async () => {
    const { slug, type, hosts } = await tools.typeWith(1)
    const meeting = await tools.booked(slug, TEN)
    const next = await createHost(payload)
    await payload.update({ collection: 'meeting-types', id: type.id, data: { hosts: [next.id] } })
    const moved = await reschedule(payload, meeting.id, Date.parse(TEN), NOW)
    expect(moved).toMatchObject({ state: 'moved', meeting: { hosts: [next.id], sequence: 1, start: meeting.start } })
    const again = await reschedule(payload, meeting.id, Date.parse(TEN), NOW)
    expect(again).toMatchObject({ state: 'moved', meeting: { hosts: [next.id], sequence: 1 } })
    expect(await flawsOf(payload, [...hosts, next.id])).toEqual([])
  })

  it.each(['fixed', 'all'] as const)('is moved to the present hosts of its type: %s', async (hostsMode) => {
    const { slug, type, hosts } = await tools.typeWith(hostsMode === 'all' ? 2 : 1, { hostsMode })
    const meeting = await tools.booked(slug, TEN)
    expect(meeting.hosts).toEqual(hosts)
    await payload.update({ collection: 'hosts', id: hosts[0] ?? '', data: { active: false } })
    expect(await reschedule(payload, meeting.id, ELEVEN, NOW)).toMatchObject({ state: 'taken' })
    const next = await createHost(payload)
    const present = [next.id, ...hosts.slice(1)]
    await payload.update({ collection: 'meeting-types', id: type.id, data: { hosts: present } })
    const moved = await reschedule(payload, meeting.id, ELEVEN, NOW)
    expect(moved).toMatchObject({ state: 'moved', meeting: { hosts: present } })
    expect(await flawsOf(payload, [...hosts, next.id])).toEqual([])
  })
})

it('a host who is only the second of a meeting cannot be deleted', async () => {
  const { slug, hosts } = await tools.typeWith(2, { hostsMode: 'all' })
  const meeting: Meeting = await tools.booked(slug, TEN)
  expect(meeting.hosts).toEqual(hosts)
  await expect(payload.delete({ collection: 'hosts', id: hosts[1] ?? '' })).rejects.toThrow('Meetings name this host')
})

it('a lead that was deleted does not come back with its meeting', async () => {
  const { slug, type } = await tools.typeWith(1)
  const { id, email } = await tools.booked(slug, TEN)
  const { lead } = await payload.findByID({ collection: 'meetings', id, depth: 0 })
  await payload.delete({ collection: 'leads', id: String(lead) })
  await sweepMeetings(payload, new Date(type.createdAt), NOW)
  expect((await payload.findByID({ collection: 'meetings', id, depth: 0 })).lead).toBeFalsy()
  const { totalDocs } = await payload.count({ collection: 'contact-points', where: { value: { equals: email } } })
  expect(totalDocs).toBe(0)
})
