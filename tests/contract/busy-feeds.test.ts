import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createLocalReq, type Payload } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { needsAttention } from '@/admin/queries'
import { refreshBusyFeed, refreshBusyFeeds } from '@/booking/busy-feeds/refresh'
import { meetingUid } from '@/booking/calendar/meeting-uid'
import type { Host } from '@/payload-types'
import { env } from '@/platform/env'
import { underLease } from '@/platform/lease'
import { type Caller, rest } from '../support/api'
import { contractPayload } from '../support/contract'
import { createStaff, type Staff } from '../support/staff'

let payload: Payload
let staff: Staff
let site: string
let asked: string[] = []
let answer: (request: IncomingMessage, response: ServerResponse) => void

/** The servers of the test are on this machine, where no feed may be asked otherwise. */
const here = () => true
const now = new Date('2027-01-04T08:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

const server = createServer((request, response) => {
  asked.push(request.url ?? '')
  answer(request, response)
})

beforeAll(async () => {
  payload = await contractPayload()
  staff = await createStaff(payload)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(async () => {
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
})

afterEach(async () => {
  asked = []
  await payload.delete({ collection: 'busy-feeds', where: {} })
  await payload.delete({ collection: 'hosts', where: {} })
})

const calendar = (...events: string[][]) =>
  ['BEGIN:VCALENDAR', ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']), 'END:VCALENDAR', ''].join(
    '\r\n',
  )
const dentist = ['UID:1@example.org', 'DTSTART:20270114T090000', 'DURATION:PT1H']
const answerWith = (text: string, status = 200) => {
  answer = (_, response) => response.writeHead(status, { 'content-type': 'text/calendar' }).end(text)
}

const host = (busyFeed: Host['busyFeed'], change: Partial<Host> = {}): Promise<Host> =>
  payload.create({
    collection: 'hosts',
    data: { name: 'Ann', user: staff.sales.id, timeZone: 'Europe/Berlin', active: true, busyFeed, ...change },
    depth: 0,
  })

async function feed(id: string) {
  const { docs } = await payload.find({ collection: 'busy-feeds', where: { host: { equals: id } }, depth: 0 })
  return docs[0]
}

const nineToTen = [{ from: Date.UTC(2027, 0, 14, 8), to: Date.UTC(2027, 0, 14, 9) }]

describe('the other calendar of a host', () => {
  it('is read, and blocks its times by the clock of the host', async () => {
    answerWith(calendar(dentist))
    const ann = await host({ url: `${site}/ann.ics` })
    await refreshBusyFeed(payload, ann, now, here)
    expect(await feed(ann.id)).toMatchObject({
      state: 'ok',
      checkedAt: now.toISOString(),
      goodAt: now.toISOString(),
      busy: nineToTen,
    })
  })

  it('may lie elsewhere than its address, or be a file', async () => {
    answer = (request, response) =>
      request.url === '/ann.ics'
        ? response.writeHead(302, { location: '/copy.ics' }).end()
        : response.end(calendar(dentist))
    const ann = await host({ url: `${site}/ann.ics` })
    await refreshBusyFeed(payload, ann, now, here)
    expect(asked).toEqual(['/ann.ics', '/copy.ics'])
    expect((await feed(ann.id))?.busy).toEqual(nineToTen)
    await refreshBusyFeed(
      payload,
      { ...ann, busyFeed: { file: calendar(['DTSTART:20270115T090000Z', 'DURATION:PT1H']) } },
      now,
    )
    expect((await feed(ann.id))?.busy).toEqual([{ from: Date.UTC(2027, 0, 15, 9), to: Date.UTC(2027, 0, 15, 10) }])
  })

  it('blocks nothing by the meetings of ours that are in it', async () => {
    const ours = `UID:${meetingUid('01890a5d-ac96-774b-bcce-b302099a8057', new URL(env().SITE_URL).hostname)}`
    answerWith(calendar([ours, 'DTSTART:20270114T120000Z', 'DURATION:PT1H'], dentist))
    const ann = await host({ url: `${site}/ann.ics` })
    await refreshBusyFeed(payload, ann, now, here)
    expect((await feed(ann.id))?.busy).toEqual(nineToTen)
  })

  it.each([
    ['answers with an error', () => answerWith('Gone', 410), /answered 410/],
    ['asks to sign in', () => answerWith('<html>'), /not a calendar file/],
    ['sends half of it', () => answerWith(calendar(dentist).slice(0, 60)), /broken/],
    [
      'sends without end',
      () => {
        answer = (_, response) => response.end('x'.repeat(6 * 1024 * 1024))
      },
      /longer than/,
    ],
    [
      'hangs up',
      () => {
        answer = (request) => request.socket.destroy()
      },
      /cannot be reached/,
    ],
  ])('goes on with its last good copy while its server %s, and says so', async (_, fail, problem) => {
    answerWith(calendar(dentist))
    const ann = await host({ url: `${site}/secret-address.ics` })
    await refreshBusyFeed(payload, ann, now, here)
    fail()
    await refreshBusyFeed(payload, ann, later(10), here)
    const failing = await feed(ann.id)
    expect(failing).toMatchObject({
      state: 'failing',
      problem: expect.stringMatching(problem),
      checkedAt: later(10).toISOString(),
      goodAt: now.toISOString(),
      busy: nineToTen,
    })
    expect(failing?.problem).not.toContain('secret-address')
    answerWith(calendar())
    await refreshBusyFeed(payload, ann, later(20), here)
    expect(await feed(ann.id)).toMatchObject({ state: 'ok', problem: null, goodAt: later(20).toISOString(), busy: [] })
  })

  it('keeps what it blocked when an event that cannot be read comes into sight, and says so', async () => {
    const strange = ['UID:2@example.org', 'DTSTART;TZID=Nowhere/Land:20280301T090000', 'DURATION:PT1H']
    answerWith(calendar(dentist, strange))
    const ann = await host({ url: `${site}/ann.ics` })
    await refreshBusyFeed(payload, ann, now, here)
    expect(await feed(ann.id)).toMatchObject({ state: 'ok', busy: nineToTen })
    await refreshBusyFeed(payload, ann, new Date('2027-10-01T08:00:00Z'), here)
    expect(await feed(ann.id)).toMatchObject({ state: 'failing', problem: expect.any(String), busy: nineToTen })
  })

  it('is not fetched from the inside network', async () => {
    answerWith(calendar(dentist))
    const ann = await host({ url: `${site}/ann.ics` })
    await refreshBusyFeed(payload, ann, now)
    expect(asked).toEqual([])
    expect(await feed(ann.id)).toMatchObject({
      state: 'failing',
      problem: expect.stringContaining('public internet'),
      busy: [],
    })
  })

  it('leaves nothing behind once it is taken away', async () => {
    answerWith(calendar(dentist))
    const ann = await host({ url: `${site}/ann.ics` })
    await refreshBusyFeed(payload, ann, now, here)
    await refreshBusyFeed(payload, { ...ann, busyFeed: {} }, now, here)
    expect(await feed(ann.id)).toBeUndefined()
  })
})

describe('the calendars of all hosts', () => {
  /** As if everybody had been changed long ago. */
  const soon = () => new Date(Date.now() + 60_000)

  it('are read every ten minutes, and by one process at a time', async () => {
    answerWith(calendar(dentist))
    await host({ url: `${site}/ann.ics` })
    await host({}, { user: staff.editor.id, name: 'Ed' })
    await host({ url: `${site}/gone.ics` }, { user: staff.author.id, active: false })
    const first = soon()
    const read = await Promise.all(Array.from({ length: 5 }, () => refreshBusyFeeds(payload, first, here)))
    expect(read.reduce((sum, count) => sum + count, 0)).toBe(1)
    expect(asked).toEqual(['/ann.ics'])
    expect(await refreshBusyFeeds(payload, new Date(first.getTime() + 9 * 60_000), here)).toBe(0)
    expect(await refreshBusyFeeds(payload, new Date(first.getTime() + 10 * 60_000), here)).toBe(1)
  })

  it('are read again as soon as their host is changed', async () => {
    answerWith(calendar(dentist))
    const ann = await host({ url: `${site}/ann.ics` })
    await refreshBusyFeeds(payload, new Date(), here)
    await payload.update({ collection: 'hosts', id: ann.id, data: { timeZone: 'UTC' } })
    expect(await refreshBusyFeeds(payload, soon(), here)).toBe(1)
    expect((await feed(ann.id))?.busy).toEqual([{ from: Date.UTC(2027, 0, 14, 9), to: Date.UTC(2027, 0, 14, 10) }])
  })
})

describe('the page of a host', () => {
  const look = (id: string, as?: Caller) => rest('GET', `/hosts/${id}/busy-feed`, { as })
  const check = (id: string, as?: Caller) => rest('POST', `/hosts/${id}/busy-feed`, { as, body: {} })

  it('shows a calendar that was saved but not read yet, and reads it when its host asks', async () => {
    const soon = new Date(Date.now() + 86_400_000).toISOString().replace(/[-:]|\.\d+/g, '')
    const ann = await host({ file: calendar([`DTSTART:${soon}`, 'DURATION:PT1H']) })
    expect((await look(ann.id, staff.sales)).body).toMatchObject({ state: 'waiting', mayCheck: true })
    expect((await check(ann.id, staff.sales)).body).toEqual({
      state: 'ok',
      words: 'Read just now. It blocks one time from now on.',
      mayCheck: true,
    })
    expect((await look(ann.id, staff.admin)).body).toMatchObject({ state: 'ok', mayCheck: true })
  })

  it('says that a calendar inside the network is not read, and that its last good copy is used', async () => {
    answerWith(calendar(dentist))
    const ann = await host({ url: `${site}/secret-address.ics` })
    await refreshBusyFeed(payload, ann, new Date(Date.now() - 3 * 3_600_000), here)
    asked = []
    const { body, status } = await check(ann.id, staff.sales)
    expect(status).toBe(200)
    expect(body).toMatchObject({ state: 'failing', words: expect.stringContaining('public internet') })
    expect(body.words).toContain('Its last good copy, read 3 hours ago, is used meanwhile.')
    expect(body.words).not.toContain('secret-address')
    expect(asked).toEqual([])
  })

  it('reads one calendar once at a time, however often somebody asks', async () => {
    const ann = await host({ file: calendar(dentist) })
    const answers = await Promise.all(Array.from({ length: 5 }, () => check(ann.id, staff.sales)))
    const statuses = answers.map(({ status }) => status)
    expect(statuses).toContain(200)
    expect(statuses.filter((status) => status !== 200 && status !== 409)).toEqual([])
    const feeds = await payload.count({ collection: 'busy-feeds', where: { host: { equals: ann.id } } })
    expect(feeds.totalDocs).toBe(1)
    expect((await check(ann.id, staff.sales)).status).toBe(200)
  })

  it('waits for a reading that is under way', async () => {
    const ann = await host({ file: calendar(dentist) })
    await underLease(payload, `busy-feed ${ann.id}`, 60, async () => {
      expect(await check(ann.id, staff.sales)).toMatchObject({
        status: 409,
        body: { errors: [{ message: expect.stringContaining('being read') }] },
      })
    })
    expect(await feed(ann.id)).toBeUndefined()
  })

  it('is read for its host and admins alone, and shown to sales besides', async () => {
    const ann = await host({ file: calendar(dentist) }, { user: staff.author.id })
    for (const as of [staff.otherAuthor, staff.editor, staff.sales, undefined]) {
      expect((await check(ann.id, as)).status).toBe(403)
    }
    expect(await feed(ann.id)).toBeUndefined()
    for (const as of [staff.otherAuthor, staff.editor, undefined]) expect((await look(ann.id, as)).status).toBe(403)
    expect((await look(ann.id, staff.sales)).body).toMatchObject({ state: 'waiting', mayCheck: false })
    expect((await look(ann.id, staff.author)).body).toMatchObject({ state: 'waiting', mayCheck: true })
    expect((await check(ann.id, staff.author)).status).toBe(200)
    expect((await check(ann.id, staff.admin)).status).toBe(200)
    for (const as of [staff.admin, staff.author]) {
      expect([(await look('unknown', as)).status, (await check('unknown', as)).status]).toEqual([403, 403])
    }
  })

  it('says nothing of a host without another calendar', async () => {
    const ann = await host({})
    expect((await check(ann.id, staff.sales)).body).toMatchObject({ state: 'none' })
  })
})

describe('a calendar that fails', () => {
  async function attention(role: keyof Staff) {
    const req = await createLocalReq({ user: staff[role].user }, payload)
    return (await needsAttention(req)).find(({ collection }) => collection === 'busy-feeds')
  }

  it('stands on the dashboard of its host, of sales and of admins, with the way to the host, until it is read', async () => {
    answerWith('Gone', 410)
    const ann = await host({ url: `${site}/ann.ics` }, { user: staff.author.id })
    const ben = await host({ file: calendar(dentist) }, { user: staff.otherAuthor.id, name: 'Ben' })
    for (const each of [ann, ben]) await refreshBusyFeed(payload, each, new Date(), here)
    for (const role of ['author', 'sales', 'admin'] as const) {
      expect(await attention(role)).toMatchObject({
        total: 1,
        documents: [{ id: ann.id, title: 'Ann' }],
        about: { collection: 'hosts' },
      })
    }
    for (const role of ['otherAuthor', 'editor'] as const) expect(await attention(role)).toBeUndefined()
    answerWith(calendar(dentist))
    await refreshBusyFeed(payload, ann, new Date(), here)
    expect(await attention('admin')).toBeUndefined()
  })

  it('is of no concern once its host takes no meetings', async () => {
    answerWith('Gone', 410)
    const ann = await host({ url: `${site}/ann.ics` }, { active: false })
    await refreshBusyFeed(payload, ann, new Date(), here)
    expect(await attention('admin')).toBeUndefined()
  })
})
