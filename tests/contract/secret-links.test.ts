import { existsSync } from 'node:fs'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { book, cancel } from '@/booking/actions'
import { renewFeed } from '@/booking/feed/host-feed'
import { settleUnfit } from '@/booking/unfit/settle-unfit'
import { env } from '@/platform/env'
import { hostFeedPath, meetingPath } from '@/site/urls'
import { offeredMeeting } from '../support/booking-form'
import { bookingRequest } from '../support/bookings'
import { contractPayload } from '../support/contract'
import { freePort, type Site, startSite } from '../support/site'
import { createStaff } from '../support/staff'

// The built site, as scanners of mail and browsers that look ahead open its links.

const LIMIT_MS = 120_000
const FORGED = 'A'.repeat(43)

let payload: Payload
let site: Site
let type: Awaited<ReturnType<typeof offeredMeeting>>

beforeAll(async () => {
  if (!existsSync('dist/server.mjs')) throw new Error('This test runs the built site: npm run build')
  payload = await contractPayload()
  await payload.updateGlobal({ slug: 'settings', data: { companyName: 'Example', email: 'hello@example.com' } })
  type = await offeredMeeting(payload)
  const { directory, url } = inject('database')
  // Nothing but the requests of this test writes.
  const quiet = { DATABASE_URL: url, BACKGROUND: 'off', LOG_LEVEL: 'silent' }
  site = await startSite({ dataDir: directory, port: await freePort(), env: quiet })
}, LIMIT_MS)

afterAll(() => site?.stop({ keepData: true }))

async function booked(time: number) {
  const request = { guests: ['ben@example.com'], name: 'Ann Secret' }
  const result = await book(payload, bookingRequest(type.slug, type.free[time] ?? '', request))
  if (result.state !== 'booked') throw new Error(`A free time is ${result.state}`)
  return result
}

/** Every document there is. */
async function everything(): Promise<Record<string, unknown>> {
  const documents: Record<string, unknown> = {}
  for (const { slug } of payload.config.collections) {
    const query = { collection: slug as 'meetings', where: {}, sort: 'id', limit: 0, pagination: false }
    documents[slug] = (await payload.db.find(query)).docs
  }
  return documents
}

/** The paths of this site that the mails of a meeting lead to. */
async function mailedPaths(meeting: string): Promise<string[]> {
  const where = { meeting: { equals: meeting } }
  const { docs } = await payload.find({ collection: 'emails', where, pagination: false, depth: 0, joins: false })
  const links = docs.flatMap(({ text, html }) => `${text} ${html}`.match(/https?:\/\/[^\s<>"')]+/g) ?? [])
  const own = links.filter((link) => link.startsWith(env().SITE_URL)).map((link) => link.slice(env().SITE_URL.length))
  return [...new Set(own.map((path) => path.replaceAll('&amp;', '&')))]
}

const open = (path: string, method = 'GET') => fetch(site.url + path, { method, redirect: 'manual' })

describe('opening a link', () => {
  it(
    'of a mail about a meeting, or of its page, changes nothing, whatever is added to it',
    async () => {
      const staff = await createStaff(payload)
      const stands = await booked(0)
      await settleUnfit(payload, stands.meeting.id, { choice: 'ask' }, staff.sales.user)
      const gone = await booked(4)
      await cancel(payload, gone.meeting.id, { by: 'guest', reason: 'Ill' })
      const feed = hostFeedPath(await renewFeed(payload, type.hosts[0] ?? ''))
      const [manage, move] = [meetingPath(stands.token), meetingPath(stands.token, 'move')]
      const mailed = (await Promise.all([stands, gone].map(({ meeting }) => mailedPaths(meeting.id)))).flat()
      expect(mailed).toEqual(expect.arrayContaining([manage, move]))
      const start = encodeURIComponent(type.free[2] ?? '')
      const paths = [
        ...mailed,
        manage,
        `${manage}?moved=1`,
        `${manage}?reason=Ill&cancel=1&status=cancelled`,
        move,
        `${move}?zone=UTC&day=${type.free[2]?.slice(0, 10)}`,
        `${move}?start=${start}&intent=book`,
        meetingPath(stands.token, 'invite.ics'),
        meetingPath(gone.token),
        meetingPath(gone.token, 'invite.ics'),
        feed,
        `/forms/meeting-cancel?token=${stands.token}&reason=Ill`,
        `/forms/meeting-move?token=${stands.token}&zone=UTC&start=${start}`,
        `/forms/book?type=${type.slug}&intent=book&start=${start}&name=Ann&email=ann@example.com`,
      ]
      const before = await everything()
      const statuses: Record<string, number> = {}
      for (const path of paths) {
        for (const method of ['HEAD', 'GET']) {
          const answer = await open(path, method)
          await answer.arrayBuffer()
          statuses[path] = answer.status
        }
      }
      expect(await everything()).toEqual(before)
      for (const path of [manage, `${manage}?moved=1`, move, meetingPath(stands.token, 'invite.ics'), feed]) {
        expect(statuses[path], path).toBe(200)
      }
      for (const path of paths.filter((path) => path.startsWith('/forms/'))) expect(statuses[path], path).toBe(405)
      for (const status of Object.values(statuses)) expect(status).toBeLessThan(500)
    },
    LIMIT_MS,
  )

  it(
    'that is forged, cut off or too old shows one and the same page, which knows nothing of a meeting',
    async () => {
      const { meeting, token } = await booked(6)
      const past = { manageExpiresAt: new Date(Date.now() - 1_000).toISOString() }
      await payload.db.updateOne({ collection: 'meetings', id: meeting.id, data: past })
      const before = await everything()
      const wrong = [token, FORGED, token.slice(0, 20), meeting.id, meeting.manageTokenHash ?? '', '%00', '..%2f..']
      for (const part of [undefined, 'move'] as const) {
        const pages = new Set<string>()
        for (const own of wrong) {
          const path = meetingPath(FORGED, part).replace(FORGED, own)
          const answer = await open(path)
          const page = await answer.text()
          expect(page).not.toContain('Ann Secret')
          expect(page).not.toContain(meeting.typeName)
          expect([400, 404], path).toContain(answer.status)
          if (own === token || own === FORGED) pages.add(page.replaceAll(own, ''))
        }
        expect([...pages]).toEqual([expect.stringContaining('This link leads to no meeting.')])
      }
      for (const own of wrong) {
        expect([400, 404]).toContain((await open(`/book/manage/${own}/invite.ics`)).status)
      }
      expect((await open(hostFeedPath(FORGED))).status).toBe(404)
      expect(await everything()).toEqual(before)
    },
    LIMIT_MS,
  )
})
