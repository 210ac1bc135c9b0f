import { randomUUID } from 'node:crypto'
import type { RequiredDataFromCollectionSlug as Data, Payload } from 'payload'
import type { Host, MeetingType } from '@/payload-types'

// Documents of meetings that are complete, so that a test names only what it is about.

const ALL_DAYS: NonNullable<Data<'hosts'>['weeklyHours']>[number]['days'] = [
  'mon',
  'tue',
  'wed',
  'thu',
  'fri',
  'sat',
  'sun',
]

/** A host who works every day from nine to five, with an account of their own unless told. */
export async function createHost(payload: Payload, extra: Partial<Data<'hosts'>> = {}): Promise<Host> {
  const name = extra.name ?? `Host ${randomUUID().slice(0, 8)}`
  const account = {
    name,
    email: `${randomUUID()}@example.com`,
    password: 'a long password',
    roles: ['author' as const],
  }
  const user = extra.user ?? (await payload.create({ collection: 'users', data: { ...account, active: true } })).id
  const weeklyHours = [{ days: ALL_DAYS, from: '09:00', to: '17:00' }]
  const data = { name, timeZone: 'UTC', weeklyHours, active: true, ...extra, user }
  return payload.create({ collection: 'hosts', data, depth: 0 })
}

export const meetingType = (
  name: string,
  hosts: string[],
  extra: Partial<Data<'meeting-types'>> = {},
): Data<'meeting-types'> => ({
  name,
  length: 30,
  grid: 30,
  bufferBefore: 0,
  bufferAfter: 0,
  noticeHours: 0,
  horizonDays: 365,
  hostsMode: 'any',
  hosts,
  location: { kind: 'video', details: 'https://meet.example.com/{id}' },
  active: true,
  ...extra,
})

export const createMeetingType = (
  payload: Payload,
  hosts: string[],
  extra: Partial<Data<'meeting-types'>> = {},
): Promise<MeetingType> =>
  payload.create({
    collection: 'meeting-types',
    data: meetingType(`Intro ${randomUUID().slice(0, 8)}`, hosts, extra),
    depth: 0,
  })

/** A meeting as it is stored; it holds no claims. */
export const meeting = (extra: Partial<Data<'meetings'>> = {}): Data<'meetings'> => ({
  status: 'confirmed',
  start: '2027-01-14T09:00:00.000Z',
  end: '2027-01-14T09:30:00.000Z',
  typeName: 'Intro call',
  hosts: [],
  snapshot: {},
  name: 'Ann Lee',
  email: 'ann@example.com',
  timeZone: 'UTC',
  locale: 'en',
  bookedAt: '2027-01-01T00:00:00.000Z',
  uid: randomUUID(),
  sequence: 0,
  idempotencyKey: randomUUID(),
  manageTokenHash: randomUUID(),
  manageExpiresAt: '2027-01-15T00:00:00.000Z',
  ...extra,
})
