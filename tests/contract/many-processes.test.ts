import { existsSync } from 'node:fs'
import type { Payload, Where } from 'payload'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { issueTicket } from '@/forms/ticket'
import { article } from '../support/content'
import { contractPayload } from '../support/contract'
import { mailServer } from '../support/mail-server'
import { freePort, SECRET, type Site, startSite, startWorker } from '../support/site'
import { createAccount } from '../support/staff'

// Two web processes that do nothing in the background, and two workers, all built, on one database.

const MESSAGES = 30
const LIMIT_MS = 120_000

let payload: Payload
let mails: Awaited<ReturnType<typeof mailServer>>
let sites: Site[] = []
let workers: ReturnType<typeof startWorker>[] = []

beforeAll(async () => {
  if (!existsSync('dist/worker.mjs')) throw new Error('This test runs the built site: npm run build')
  payload = await contractPayload()
  await payload.updateGlobal({ slug: 'settings', data: { companyName: 'Example', email: 'hello@example.com' } })
  await payload.updateGlobal({ slug: 'notifications', data: { fallback: [{ email: 'sales@example.com' }] } })
  mails = await mailServer()
  const { directory, url } = inject('database')
  const env = { DATABASE_URL: url, SMTP_URL: mails.url, TRUSTED_PROXIES: '127.0.0.1', LOG_LEVEL: 'silent' }
  const web = async () => startSite({ dataDir: directory, port: await freePort(), env: { ...env, BACKGROUND: 'off' } })
  sites = await Promise.all([web(), web()])
  workers = [startWorker(directory, env), startWorker(directory, env)]
}, LIMIT_MS)

afterAll(async () => {
  await Promise.all([...sites.map((site) => site.stop({ keepData: true })), ...workers.map((worker) => worker.stop())])
  await mails.close()
})

const siteOf = (number: number) => sites[number % sites.length] as Site

async function send(number: number, ticket: string): Promise<number> {
  const body = new URLSearchParams({
    name: `Person ${number}`,
    email: `person${number}@example.com`,
    message: `Message number ${number}`,
    attribution: '{}',
    ticket,
  })
  const headers = { 'x-forwarded-for': `198.51.${number}.1` }
  const options = { method: 'POST', body, headers, redirect: 'manual' } as const
  return (await fetch(`${siteOf(number).url}/forms/contact`, options)).status
}

it(
  'send every mail once',
  async () => {
    const ticket = issueTicket(SECRET, new Date(Date.now() - 60_000))
    const numbers = Array.from({ length: MESSAGES }, (_, number) => number)
    const statuses = await Promise.all(numbers.map((number) => send(number, ticket)))
    expect(statuses).toEqual(numbers.map(() => 303))
    await expect.poll(() => mails.arrived.length, { timeout: 60_000, interval: 500 }).toBe(2 * MESSAGES)
    const unsent = { state: { not_equals: 'sent' } }
    await expect
      .poll(async () => (await payload.count({ collection: 'emails', where: unsent })).totalDocs, { timeout: 30_000 })
      .toBe(0)
    expect(new Set(mails.arrived.map(({ messageId }) => messageId)).size).toBe(2 * MESSAGES)
    expect(mails.arrived).toHaveLength(2 * MESSAGES)
  },
  LIMIT_MS,
)

it(
  'publish once what was scheduled, and show it in both web processes',
  async () => {
    const editor = await createAccount(payload, 'scheduler', ['editor'])
    const post = await payload.create({ collection: 'articles', data: article('Scheduled for all') })
    const blogs = () => Promise.all(sites.map(async ({ url }) => (await fetch(`${url}/blog`)).text()))
    for (const blog of await blogs()) expect(blog).not.toContain('Scheduled for all')
    await payload.jobs.queue({
      task: 'schedulePublish',
      input: {
        type: 'publish',
        doc: { relationTo: 'articles', value: post.id },
        user: { relationTo: 'users', value: editor.id },
      },
      waitUntil: new Date(),
    })
    const shown = async () => (await blogs()).filter((blog) => blog.includes('Scheduled for all')).length
    await expect.poll(shown, { timeout: 60_000, interval: 500 }).toBe(2)
    // What somebody did a second time has happened by the time they have ended.
    await Promise.all(workers.map((worker) => worker.stop()))
    expect(mails.arrived).toHaveLength(2 * MESSAGES)
    const where: Where = { and: [{ parent: { equals: post.id } }, { 'version._status': { equals: 'published' } }] }
    expect((await payload.countVersions({ collection: 'articles', where })).totalDocs).toBe(1)
  },
  LIMIT_MS,
)
