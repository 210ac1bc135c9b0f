import { createLocalReq, type Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { needsAttention } from '@/admin/queries'
import { submission } from '../support/content'
import { contractPayload } from '../support/contract'
import { richText } from '../support/rich-text'
import { createStaff, type Staff } from '../support/staff'

let payload: Payload
let staff: Staff

const article = (title: string, owner: string, status: 'draft' | 'published') =>
  payload.create({
    collection: 'articles',
    draft: status === 'draft',
    data: { title, excerpt: 'In short', content: richText('Words'), owner, _status: status } as never,
  })

beforeAll(async () => {
  payload = await contractPayload()
  staff = await createStaff(payload)
})

async function seen(role: keyof Staff) {
  const req = await createLocalReq({ user: staff[role].user }, payload)
  return (await needsAttention(req)).map(({ collection, documents, total }) => ({
    collection,
    total,
    titles: documents.map(({ title }) => title).sort(),
  }))
}

describe('what needs attention', () => {
  it('is nothing on an empty site', async () => {
    expect(await seen('admin')).toEqual([])
  })

  it('shows an author their own drafts, those over a published post included, and no stranger’s', async () => {
    await article('Own draft', staff.author.id, 'draft')
    await article('Draft of a stranger', staff.otherAuthor.id, 'draft')
    const { id } = await article('Published', staff.author.id, 'published')
    await payload.update({ collection: 'articles', id, draft: true, data: { title: 'Changed', _status: 'draft' } })
    expect(await seen('author')).toEqual([{ collection: 'articles', total: 2, titles: ['Changed', 'Own draft'] }])
    expect(await seen('editor')).toMatchObject([{ collection: 'articles', total: 3 }])
  })

  it('shows sales new leads and no drafts', async () => {
    await payload.create({ collection: 'leads', data: { name: 'Jane', status: 'new' } })
    await payload.create({ collection: 'leads', data: { name: 'Joan', status: 'won' } })
    expect(await seen('sales')).toEqual([{ collection: 'leads', total: 1, titles: ['Jane'] }])
  })

  it('shows sales a message from which no lead could be made, and none that has one or is spam', async () => {
    const message = (name: string, data: object) =>
      payload.create({ collection: 'contact-submissions', data: submission({ name, ...data }) })
    const { id: lead } = await payload.create({ collection: 'leads', data: { name: 'Won', status: 'won' } })
    await message('Stuck', { state: 'released' })
    await message('Done', { state: 'accepted', lead })
    await message('Spam', { state: 'spam' })
    expect(await seen('sales')).toContainEqual({ collection: 'contact-submissions', total: 1, titles: ['Stuck'] })
    expect(await seen('editor')).not.toContainEqual(expect.objectContaining({ collection: 'contact-submissions' }))
  })
})
