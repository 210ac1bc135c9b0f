import { existsSync } from 'node:fs'
import type { Payload } from 'payload'
import { afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { issueTicket } from '@/forms/ticket'
import type { MeetingType } from '@/payload-types'
import { createHost, createMeetingType } from '../support/booking'
import { flawsOf, meetingsOf } from '../support/bookings'
import { contractPayload } from '../support/contract'
import { mailServer } from '../support/mail-server'
import { freePort, SECRET, type Site, startSite } from '../support/site'

// The built site, in two processes on one database, as people reach it.

const PEOPLE = 200
const CROWD = 40
const DAY_MS = 24 * 3_600_000
const LIMIT_MS = 180_000
const FAR = '9999'

let payload: Payload
let mails: Awaited<ReturnType<typeof mailServer>>
let type: MeetingType
let hosts: string[]
/** A day on which nothing but these meetings is, at nine. */
const NINE = new Date(Date.now() + 10 * DAY_MS).setUTCHours(9, 0, 0, 0)
/** As a form of some time ago carries it. */
const TICKET = issueTicket(SECRET, new Date(Date.now() - 60_000))

beforeAll(async () => {
  if (!existsSync('dist/server.mjs')) throw new Error('This test runs the built site: npm run build')
  payload = await contractPayload()
  await payload.updateGlobal({ slug: 'settings', data: { companyName: 'Example', email: 'hello@example.com' } })
})

beforeEach(async () => {
  mails = await mailServer()
})

afterEach(async () => {
  await mails.close()
})

async function offer(extra: Parameters<typeof createMeetingType>[2] = {}): Promise<void> {
  hosts = [(await createHost(payload)).id]
  type = await createMeetingType(payload, hosts, extra)
}

async function start(port?: number): Promise<Site> {
  const { directory, url } = inject('database')
  const env = { DATABASE_URL: url, SMTP_URL: mails.url, TRUSTED_PROXIES: '127.0.0.1', LOG_LEVEL: 'silent' }
  return startSite({ dataDir: directory, port: port ?? (await freePort()), env })
}

/** Sends the form for one person. @returns the answer; undefined if the connection broke */
async function send(site: Site, person: number, begins: number): Promise<{ status: number; page: string } | undefined> {
  const body = new URLSearchParams({
    intent: 'book',
    type: type.slug ?? '',
    start: new Date(begins).toISOString(),
    name: `Person ${person}`,
    email: `person${person}-${type.id}@example.com`,
    zone: 'Asia/Kolkata',
    attribution: '{}',
    ticket: TICKET,
  })
  const headers = { 'x-forwarded-for': `198.19.${person}.1` }
  try {
    const options = {
      method: 'POST',
      body,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(LIMIT_MS),
    } as const
    const response = await fetch(`${site.url}/forms/book`, options)
    return { status: response.status, page: await response.text() }
  } catch {
    return undefined
  }
}

/** How often each status was answered. */
function counted(answers: ({ status: number } | undefined)[]) {
  const counts: Record<string, number> = {}
  for (const answer of answers) counts[answer?.status ?? 'none'] = (counts[answer?.status ?? 'none'] ?? 0) + 1
  return counts
}

const people = (count: number) => Array.from({ length: count }, (_, person) => person)

describe('two processes', () => {
  let sites: Site[]
  const siteOf = (person: number) => sites[person % sites.length] as Site

  beforeEach(async () => {
    await offer({ length: 5, grid: 5, limitPerDay: 3 })
    sites = await Promise.all([start(), start()])
  }, LIMIT_MS)

  afterEach(async () => {
    await Promise.all(sites.map((site) => site.stop({ keepData: true })))
  })

  it(
    `give one time to one of ${PEOPLE} people, tell the others plainly, and mail the two whom it concerns`,
    async () => {
      const answers = await Promise.all(people(PEOPLE).map((person) => send(siteOf(person), person, NINE)))
      expect(counted(answers)).toEqual({ 303: 1, 409: PEOPLE - 1 })
      for (const answer of answers) {
        if (answer?.status === 409) expect(answer.page).toContain('This time is no longer free')
      }
      expect(await meetingsOf(payload, type.id)).toHaveLength(1)
      expect(await flawsOf(payload, hosts)).toEqual([])
      await expect.poll(() => mails.arrived.length, { timeout: 30_000, interval: 200 }).toBe(2)
      const owed = await payload.count({ collection: 'emails', where: { 'meeting.type': { equals: type.id } } })
      expect(owed.totalDocs).toBe(2)
    },
    LIMIT_MS,
  )

  it(
    'keep a limit of three a day among fifty people who want different times',
    async () => {
      const answers = await Promise.all(
        people(50).map((person) => send(siteOf(person), person, NINE + person * 300_000)),
      )
      expect(counted(answers)).toEqual({ 303: 3, 409: 47 })
      expect(await meetingsOf(payload, type.id)).toHaveLength(3)
      expect(await flawsOf(payload, hosts)).toEqual([])
    },
    LIMIT_MS,
  )
})

describe('a process that is killed in the middle', () => {
  it(
    'leaves no time claimed without a meeting, no meeting without its claims, and forgets none that it confirmed',
    async () => {
      await offer({ length: 15, grid: 15, bufferAfter: 15 })
      const port = await freePort()
      const confirmed = new Set<number>()
      let cutOff = 0
      /** Each crowd wants another day, so that none comes too late for all of it. */
      const begins = (person: number) =>
        NINE + Math.floor(person / CROWD) * DAY_MS + ((person % CROWD) % 16) * 1_800_000
      const unfinished = async () =>
        (
          await payload.find({
            collection: 'meeting-claims',
            where: { expiresAt: { less_than: FAR } },
            limit: 0,
            pagination: false,
          })
        ).docs
      for (const round of [0, 1, 2]) {
        const known = new Set((await unfinished()).map(({ id }) => id))
        const site = await start(port)
        const sent = people(CROWD).map(async (number) => {
          const person = round * CROWD + number
          const answer = await send(site, person, begins(person))
          if (answer?.status === 303) confirmed.add(person)
          if (!answer) cutOff += 1
          return answer
        })
        // After the first answer the others are being worked on; a claim without an end shows one in its middle.
        const hasClaimed = async () => (await unfinished()).some(({ id }) => !known.has(id))
        const isInItsMiddle = async () =>
          round === 0 ? Promise.race(sent) : expect.poll(hasClaimed, { interval: 1, timeout: 30_000 }).toBe(true)
        await isInItsMiddle().finally(() => site.stop({ signal: 'SIGKILL', keepData: true }))
        await Promise.all(sent)
      }
      expect(cutOff).toBeGreaterThan(0)

      // The claims of bookings that died are over after a while.
      const past = new Date(Date.now() - DAY_MS).toISOString()
      const left = await unfinished()
      expect(left.length).toBeGreaterThan(0)
      for (const { id } of left) {
        await payload.db.updateOne({ collection: 'meeting-claims', id, data: { expiresAt: past } })
      }
      const site = await start(port)
      try {
        await expect.poll(() => flawsOf(payload, hosts), { timeout: 30_000, interval: 500 }).toEqual([])
        const again = await Promise.all([...confirmed].map((person) => send(site, person, begins(person))))
        expect(counted(again)).toEqual(confirmed.size ? { 303: confirmed.size } : {})
        const meetings = await meetingsOf(payload, type.id)
        const names = meetings.map(({ name }) => name)
        for (const person of confirmed) expect(names).toContain(`Person ${person}`)
        const owed = async () =>
          (await payload.count({ collection: 'emails', where: { 'meeting.type': { equals: type.id } } })).totalDocs
        await expect.poll(owed, { timeout: 30_000, interval: 500 }).toBe(2 * meetings.length)
      } finally {
        await site.stop({ keepData: true })
      }
    },
    LIMIT_MS,
  )
})
