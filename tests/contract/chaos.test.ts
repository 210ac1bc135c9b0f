import { existsSync } from 'node:fs'
import type { Payload, Where } from 'payload'
import { beforeAll, expect, inject, it } from 'vitest'
import { issueTicket } from '@/forms/ticket'
import { type ChaoticSmtp, chaoticSmtp } from '../support/chaotic-smtp'
import { contractPayload } from '../support/contract'
import { freePort, SECRET, type Site, startSite } from '../support/site'

/** `npm run chaos` asks for more. */
const SUBMISSIONS = Number(process.env.CHAOS_SUBMISSIONS ?? 100)
const SENDERS = 5
/** One sender's pause between two messages, so that the whole lasts for several kills. */
const PAUSE_MS = 900
/** By then a process has noted that the mail server took a mail, however busy the machine is. */
const NOTED_WITHIN_MS = 10_000
/** How long the server lives after it has begun to answer. */
const LIFE_MS = 2_500
const LIMIT_MS = 120_000 + SUBMISSIONS * 2_000
const ALL = { limit: 0, pagination: false, depth: 0 } as const

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms))

let payload: Payload

beforeAll(async () => {
  if (!existsSync('dist/server.mjs')) throw new Error('This test runs the built site: npm run build')
  payload = await contractPayload()
  await payload.updateGlobal({ slug: 'settings', data: { companyName: 'Example', email: 'hello@example.com' } })
  await payload.updateGlobal({ slug: 'notifications', data: { fallback: [{ email: 'sales@example.com' }] } })
})

/** Starts the site on the database of this run; each start is a new process. */
async function start(port: number, smtp: ChaoticSmtp): Promise<Site> {
  const { directory, url } = inject('database')
  const env = { DATABASE_URL: url, SMTP_URL: smtp.url, TRUSTED_PROXIES: '127.0.0.1', LOG_LEVEL: 'silent' }
  return startSite({ dataDir: directory, port, env })
}

/** Sends one message again and again, as the form does, until it is acknowledged. @returns its reference */
async function submit(siteUrl: string, number: number, ticket: string): Promise<string> {
  const body = new URLSearchParams({
    name: `Person ${number}`,
    email: `person${number}@example.com`,
    message: `Message number ${number}`,
    attribution: '{}',
    ticket,
  })
  const headers = { 'x-forwarded-for': `198.18.${number >> 8}.${number & 255}` }
  for (const until = Date.now() + LIMIT_MS; Date.now() < until; await wait(200)) {
    const options = { method: 'POST', body, headers, redirect: 'manual', signal: AbortSignal.timeout(5_000) } as const
    const response = await fetch(`${siteUrl}/forms/contact`, options).catch(() => undefined)
    const reference = response?.headers.get('location')?.match(/received\/([\w-]+)/)?.[1]
    if (response?.status === 303 && reference) return reference
  }
  throw new Error(`Message ${number} was never acknowledged`)
}

/** Lets a day pass for what waits: what is put off is due, and leases of dead processes are over. */
async function passADay(): Promise<void> {
  const past = new Date(Date.now() - 24 * 3_600_000).toISOString()
  const { docs } = await payload.find({ collection: 'emails', where: { state: { not_equals: 'sent' } }, ...ALL })
  for (const { id } of docs) {
    // What the deliverer has sent meanwhile stays sent.
    const where: Where = { and: [{ id: { equals: id } }, { state: { not_equals: 'sent' } }] }
    await payload.update({ collection: 'emails', where, data: { state: 'queued', nextAttemptAt: past } })
  }
  const unfinished = await payload.find({
    collection: 'email-attempts',
    where: { finishedAt: { exists: false } },
    ...ALL,
  })
  for (const { id } of unfinished.docs) {
    await payload.update({ collection: 'email-attempts', id, data: { startedAt: past } })
  }
}

it(
  `${SUBMISSIONS} messages survive a server that is killed and a mail server that fails: each stored once, each mail sent`,
  async () => {
    const smtp = await chaoticSmtp(Math.random)
    const port = await freePort()
    const kills: number[] = []
    let site = await start(port, smtp)
    let isOver = false
    async function killer(): Promise<void> {
      while (!isOver) {
        await wait(LIFE_MS * (0.5 + Math.random()))
        kills.push(Date.now())
        await site.stop({ signal: 'SIGKILL', keepData: true })
        site = await start(port, smtp)
      }
    }
    const killing = killer()

    // Of a form that was opened a while ago: what is sent faster than a person writes would be held.
    const ticket = issueTicket(SECRET, new Date(Date.now() - 60_000))
    const references: string[] = []
    let next = 0
    async function sender(): Promise<void> {
      while (next < SUBMISSIONS) {
        references.push(await submit(site.url, next++, ticket))
        await wait(PAUSE_MS * (0.5 + Math.random()))
      }
    }
    await Promise.all(Array.from({ length: SENDERS }, sender))
    isOver = true
    await killing

    smtp.calm()
    await site.stop({ signal: 'SIGKILL', keepData: true })
    kills.push(Date.now())
    // No answer was final: what waits is owed, and nothing was given up.
    expect((await payload.count({ collection: 'emails', where: { state: { equals: 'failed' } } })).totalDocs).toBe(0)
    await passADay()
    site = await start(port, smtp)
    try {
      const unsent = async () =>
        (await payload.count({ collection: 'emails', where: { state: { not_equals: 'sent' } } })).totalDocs
      await expect
        .poll(async () => [(await payload.count({ collection: 'emails' })).totalDocs, await unsent()], {
          // What a killed server left unsent goes out at its own pace.
          timeout: 60_000 + 300 * SUBMISSIONS,
          interval: 1_000,
        })
        .toEqual([2 * SUBMISSIONS, 0])
    } finally {
      await site.stop({ keepData: true })
      await smtp.stop()
    }

    // Each acknowledged message is stored once.
    const submissions = (await payload.find({ collection: 'contact-submissions', ...ALL })).docs
    expect(submissions.map(({ reference }) => reference).sort()).toEqual([...references].sort())
    expect(new Set(references).size).toBe(SUBMISSIONS)
    expect((await payload.count({ collection: 'leads' })).totalDocs).toBe(SUBMISSIONS)

    // Each mail arrived. More than once only if a kill left an attempt without its result after the server had said 250.
    const emails = (await payload.find({ collection: 'emails', joins: false, ...ALL })).docs
    const attempts = (await payload.find({ collection: 'email-attempts', ...ALL })).docs
    for (const { id, messageId } of emails) {
      const arrivals = smtp.taken.filter((mail) => mail.messageId === messageId)
      for (const [index, { at }] of arrivals.slice(1).entries()) {
        const first = arrivals[index]?.at ?? at
        const wasKilled = kills.some((kill) => kill >= first && kill <= Math.min(at, first + NOTED_WITHIN_MS))
        expect(wasKilled, `${messageId} arrived again, and nothing was killed after the first time`).toBe(true)
      }
      const cutOff = attempts.filter(({ email, finishedAt }) => email === id && !finishedAt).length
      expect(arrivals.length, `${messageId} arrived`).toBeGreaterThan(0)
      expect(arrivals.length - 1, `${messageId} arrived again without a cause`).toBeLessThanOrEqual(cutOff)
    }
    expect(smtp.taken.every(({ messageId }) => emails.some((email) => email.messageId === messageId))).toBe(true)

    // It was chaos: a run in which nothing went wrong would prove nothing.
    expect(kills.length).toBeGreaterThan(3)
    for (const mood of ['refuses', 'hangs', 'drops', 'puts off'] as const) expect(smtp.moods[mood]).toBeGreaterThan(0)
  },
  LIMIT_MS + 120_000,
)
