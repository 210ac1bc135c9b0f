import type { CollectionSlug, Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '@/access/roles'
import { createHost, meeting, meetingType } from '../support/booking'
import { article, email, framework, page, statistic, submission } from '../support/content'
import { contractPayload } from '../support/contract'
import { createStaff, type Staff } from '../support/staff'

/**
 * Who may do what with a published document that is not theirs: a letter for each of create, read, update and delete.
 * The drafts of authors have tests of their own. Here an account is that of an author, whose name editors see.
 */
const MATRIX: Partial<Record<CollectionSlug, Record<Role, string>>> = {
  articles: { admin: 'crud', editor: 'crud', author: 'r', sales: 'r' },
  topics: { admin: 'crud', editor: 'crud', author: 'r', sales: 'r' },
  frameworks: { admin: 'crud', editor: 'crud', author: 'r', sales: 'r' },
  statistics: { admin: 'crud', editor: 'crud', author: 'r', sales: 'r' },
  pages: { admin: 'crud', editor: 'crud', author: 'r', sales: 'r' },
  authors: { admin: 'crud', editor: 'crud', author: 'r', sales: 'r' },
  redirects: { admin: 'crud', editor: 'crud', author: '', sales: '' },
  leads: { admin: 'crud', editor: '', author: '', sales: 'cru' },
  'contact-points': { admin: 'crud', editor: '', author: '', sales: 'cru' },
  'lead-events': { admin: 'crd', editor: '', author: '', sales: 'cr' },
  'contact-submissions': { admin: 'r', editor: '', author: '', sales: 'r' },
  emails: { admin: 'r', editor: '', author: '', sales: 'r' },
  'email-attempts': { admin: 'r', editor: '', author: '', sales: 'r' },
  'audit-entries': { admin: 'r', editor: '', author: '', sales: '' },
  meetings: { admin: 'rud', editor: '', author: '', sales: 'ru' },
  'meeting-types': { admin: 'crud', editor: 'r', author: 'r', sales: 'r' },
  hosts: { admin: 'crud', editor: '', author: '', sales: 'r' },
  'busy-feeds': { admin: 'r', editor: '', author: '', sales: 'r' },
  'meeting-claims': { admin: '', editor: '', author: '', sales: '' },
  erasures: { admin: 'r', editor: '', author: '', sales: '' },
  invalidations: { admin: '', editor: '', author: '', sales: '' },
  leases: { admin: '', editor: '', author: '', sales: '' },
  users: { admin: 'crud', editor: 'r', author: '', sales: '' },
}

let payload: Payload
let staff: Staff
let lead: string
let mail: string
let meetingHosts: string[]
let accounts: string[]
let count = 0

beforeAll(async () => {
  payload = await contractPayload()
  staff = await createStaff(payload)
  lead = (await payload.create({ collection: 'leads', data: { name: 'Thu', status: 'new' } })).id
  mail = (await payload.create({ collection: 'emails', data: email() })).id
  // Each host has an account of their own, and each feed a host: two for each of four roles.
  accounts = []
  meetingHosts = []
  for (let number = 0; number < 16; number++) {
    accounts.push((await payload.create({ collection: 'users', data: sample('users') as never })).id)
    if (number >= 8) meetingHosts.push((await createHost(payload, { user: accounts.pop() })).id)
  }
})

/** Complete data of one more document. */
function sample(collection: CollectionSlug): Record<string, unknown> {
  count += 1
  const name = `Sample ${count}`
  const at = '2026-01-01T00:00:00.000Z'
  const samples: Partial<Record<CollectionSlug, Record<string, unknown>>> = {
    articles: article(name, { _status: 'published' }),
    topics: { name, locale: 'en' },
    frameworks: framework(`sample-${count}`, { _status: 'published' }),
    statistics: statistic(name),
    pages: page(name, { _status: 'published' }),
    authors: { name, kind: 'person' },
    redirects: { from: `/old-${count}`, to: '/new', status: '301' },
    leads: { name, status: 'new' },
    'contact-points': { kind: 'email', raw: `s${count}@example.com`, value: `s${count}@example.com`, lead },
    'lead-events': { lead, kind: 'note', text: name, at },
    'contact-submissions': submission(),
    emails: email(),
    'email-attempts': { lease: name, email: mail, number: 1, startedAt: at },
    'audit-entries': { at, who: name, action: 'update', entity: 'leads' },
    meetings: meeting({ status: 'held' }),
    'meeting-types': meetingType(name, meetingHosts.slice(0, 1)),
    hosts: { name, timeZone: 'UTC', user: accounts[count % accounts.length] },
    'busy-feeds': { host: meetingHosts[count % meetingHosts.length], state: 'ok' },
    'meeting-claims': { key: name, meeting: name, expiresAt: at },
    erasures: { erasedAt: at, by: name, done: true, leads: [], marks: [] },
    invalidations: { tags: [name] },
    leases: { name, holder: 'h', expiresAt: at },
    users: { name, email: `user${count}@example.com`, password: 'a long password', roles: ['author'], active: true },
  }
  return samples[collection] ?? {}
}

const change: Partial<Record<CollectionSlug, Record<string, unknown>>> = {
  statistics: { label: 'Changed' },
  redirects: { to: '/newer' },
  'contact-points': { kind: 'email' },
  'lead-events': { text: 'Changed' },
  'contact-submissions': { message: 'Changed' },
  emails: { state: 'sent' },
  'email-attempts': { reply: 'Changed' },
  'audit-entries': { who: 'Changed' },
  meetings: { notes: 'Changed' },
  'busy-feeds': { problem: 'Changed' },
  'meeting-claims': { request: 'Changed' },
  erasures: { by: 'Changed' },
  invalidations: { tags: [] },
  leases: { holder: 'other' },
  leads: { company: 'Changed' },
  articles: { excerpt: 'Changed' },
  pages: { title: 'Changed' },
}

/** The letters of what the person can do with a document that is not theirs. */
async function powers(collection: CollectionSlug, role: Role): Promise<string> {
  const as = { collection, overrideAccess: false, user: staff[role].user } as const
  const succeeds = (work: Promise<unknown>) =>
    work.then(
      () => true,
      (error: { status?: number }) => {
        if (error.status === 403 || error.status === 404) return false
        throw error
      },
    )
  const { id } = await payload.create({ collection, data: sample(collection) as never })
  const data = (change[collection] ?? { name: 'Changed' }) as never
  const can = {
    c: await succeeds(payload.create({ ...as, data: sample(collection) as never })),
    r: await succeeds(payload.findByID({ ...as, id })),
    u: await succeeds(payload.update({ ...as, id, data })),
    d: await succeeds(payload.delete({ ...as, id })),
  }
  return Object.entries(can)
    .flatMap(([letter, may]) => (may ? [letter] : []))
    .join('')
}

describe('the access matrix', () => {
  it('speaks of every collection of ours but files', () => {
    const ours = payload.config.collections.map(({ slug }) => slug).filter((slug) => !slug.startsWith('payload-'))
    expect(Object.keys(MATRIX).sort()).toEqual(ours.filter((slug) => slug !== 'media').sort())
  })

  describe.each(Object.entries(MATRIX))('gives for %s', (collection, roles) => {
    it.each(Object.entries(roles))('to %s exactly "%s"', async (role, letters) => {
      expect(await powers(collection as CollectionSlug, role as Role)).toBe(letters)
    })
  })
})

describe('globals', () => {
  it.each([
    ['settings', { senderName: 'Changed' }, ['admin']],
    ['navigation', { header: [] }, ['admin', 'editor']],
    ['notifications', { consentVersion: '2' }, ['admin']],
    ['booking', { noticeHours: 8 }, ['admin']],
  ] as const)('%s are changed by those who may, and by no one else', async (slug, data, may) => {
    const able: string[] = []
    for (const role of ['admin', 'editor', 'author', 'sales'] as const) {
      const { user } = staff[role]
      const update = payload.updateGlobal({ slug, data: data as never, user, overrideAccess: false })
      if (await update.then(() => true).catch(() => false)) able.push(role)
    }
    expect(able).toEqual(may)
  })
})

describe('roles', () => {
  it('add up', async () => {
    const user = { ...staff.sales.user, roles: ['sales', 'editor'] as Role[] }
    const both = { overrideAccess: false, user } as const
    await payload.create({ collection: 'articles', data: article('By sales', { _status: 'published' }), ...both })
    await payload.create({ collection: 'leads', data: { name: 'By an editor', status: 'new' }, ...both })
  })

  it('of an account that is not active count for nothing', async () => {
    const user = { ...staff.admin.user, active: false }
    const attempts = [
      payload.create({ collection: 'topics', data: { name: 'No', locale: 'en' }, overrideAccess: false, user }),
      payload.find({ collection: 'leads', overrideAccess: false, user }),
    ]
    for (const attempt of attempts) await expect(attempt).rejects.toMatchObject({ status: 403 })
  })
})
