import { createLocalReq, type Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { dashboardLayout } from '@/admin/dashboard-layout'
import { readLeadFigures } from '@/leads/figures/read-figures'
import type { Lead } from '@/payload-types'
import { rest } from '../support/api'
import { contractPayload } from '../support/contract'
import { createStaff, type Staff } from '../support/staff'

/** A Wednesday long after everything that other tests make. */
const NOW = new Date('2041-01-02T12:00:00Z')

let payload: Payload
let staff: Staff

const requestOf = (role: keyof Staff) => createLocalReq({ user: staff[role].user }, payload)

const createLead = (createdAt: string, data: Partial<Lead> = {}) =>
  payload.create({ collection: 'leads', data: { name: 'Figure', status: 'new', createdAt, ...data } })

beforeAll(async () => {
  payload = await contractPayload()
  staff = await createStaff(payload)
  await createLead('2040-10-01T09:00:00.000Z', { firstTouch: { article: 'too-old' } })
  const kept = await createLead('2040-12-31T09:00:00.000Z', {
    firstTouch: { article: 'guide', at: '2040-12-31T09:00:00.000Z' },
    lastTouch: { article: 'last-read' },
    firstAnsweredAt: '2040-12-31T11:00:00.000Z',
  })
  await createLead('2040-12-27T09:00:00.000Z')
  await createLead('2041-01-01T09:00:00.000Z', { status: 'spam', firstTouch: { article: 'spam' } })
  await createLead('2041-01-01T09:00:00.000Z', { mergedInto: kept.id, firstTouch: { article: 'guide' } })
})

describe('the figures of leads', () => {
  it('need a zone that exists, and go by UTC where an earlier version stored another', async () => {
    const refused = await rest('POST', '/globals/settings', { as: staff.admin, body: { timeZone: 'Asia/Hanoy' } })
    expect(refused.status).toBe(400)
    expect(JSON.stringify(refused.body)).toContain('There is no such time zone')
    const { timeZone } = await payload.findGlobal({ slug: 'settings' })
    await payload.updateGlobal({ slug: 'settings', data: { timeZone: 'Asia/Kolkata' } })
    await payload.db.updateGlobal({ slug: 'settings', data: { timeZone: 'Asia/Hanoy' } })
    expect(await readLeadFigures(await requestOf('sales'), NOW)).toMatchObject({ total: 2 })
    await payload.updateGlobal({ slug: 'settings', data: { timeZone } })
  })

  it('are of the last twelve weeks, without spam and what was merged, by the first article', async () => {
    const figures = await readLeadFigures(await requestOf('sales'), NOW)
    expect(figures).toMatchObject({
      total: 2,
      articles: [{ slug: 'guide', leads: 1 }],
      answers: { answered: 1, median: 7_200_000, ninetieth: 7_200_000 },
    })
    expect(figures?.weeks.slice(-2)).toMatchObject([
      { monday: '2040-12-24', leads: 1 },
      { monday: '2040-12-31', leads: 1 },
    ])
  })

  it('are for those who work with leads, and on no dashboard of others', async () => {
    const hasFigures = async (role: keyof Staff) =>
      dashboardLayout({ req: await requestOf(role) }).some(({ widgetSlug }) => widgetSlug === 'lead-figures')
    for (const role of ['editor', 'author'] as const) {
      expect(await readLeadFigures(await requestOf(role), NOW)).toBeUndefined()
      expect(await hasFigures(role)).toBe(false)
    }
    expect(await readLeadFigures(await requestOf('admin'), NOW)).toBeDefined()
    expect(await hasFigures('sales')).toBe(true)
  })

  it('are for nobody who is not signed in', async () => {
    expect(await readLeadFigures(await createLocalReq({}, payload), NOW)).toBeUndefined()
  })
})
