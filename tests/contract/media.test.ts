import type { Payload } from 'payload'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { rest } from '../support/api'
import { article } from '../support/content'
import { contractPayload } from '../support/contract'
import { createStaff } from '../support/staff'

let payload: Payload
let id: string

beforeAll(async () => {
  payload = await contractPayload()
  const picture = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#c33' } })
    .png()
    .toBuffer()
  const media = await payload.create({
    collection: 'media',
    data: { alt: 'A red square' },
    file: { data: picture, mimetype: 'image/png', name: 'red.png', size: picture.length },
  })
  id = media.id
})

describe('media', () => {
  it('has public addresses with the version of the file, for every size', async () => {
    const media = await payload.findByID({ collection: 'media', id })
    expect(media.url).toMatch(new RegExp(`^/media/${id}/red\\.png\\?v=\\w+$`))
    expect(media.sizes?.thumbnail?.url).toMatch(new RegExp(`^/media/${id}/red-320x240\\.webp\\?v=\\w+$`))
  })

  it('is not listed, searched, counted or read by visitors', async () => {
    for (const path of ['/media', `/media/${id}`, '/media?where[alt][equals]=A', '/media/count']) {
      expect((await rest('GET', path)).status, path).toBe(403)
    }
  })

  it('is not served to visitors by its internal address', async () => {
    expect((await rest('GET', '/media/file/red.png')).status).toBe(403)
  })

  it('shows to visitors within a published post, and not within a draft', async () => {
    const live = await payload.create({
      collection: 'articles',
      data: article('With a picture', { hero: id, _status: 'published' }),
    })
    const draft = await payload.create({ collection: 'articles', data: article('Not yet', { hero: id }) })
    expect((await rest('GET', `/articles/${live.id}?depth=1`)).body).toMatchObject({ hero: { alt: 'A red square' } })
    expect((await rest('GET', `/articles/${draft.id}?depth=1`)).status).toBe(404)
  })

  it('refuses a file whose content is not what its name says, and SVG', async () => {
    const file = (data: Buffer, name: string, mimetype: string) => ({ data, name, mimetype, size: data.length })
    const html = Buffer.from('<script>alert(1)</script>')
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    const upload = (given: ReturnType<typeof file>) =>
      payload.create({ collection: 'media', data: { alt: 'x' }, file: given })
    await expect(upload(file(html, 'a.png', 'image/png'))).rejects.toThrow()
    await expect(upload(file(svg, 'a.svg', 'image/svg+xml'))).rejects.toThrow()
    await expect(upload(file(svg, 'a.png', 'image/png'))).rejects.toThrow()
  })
  it('is uploaded by whoever writes, and changed and deleted by whoever publishes', async () => {
    const staff = await createStaff(payload)
    const data = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#33c' } })
      .png()
      .toBuffer()
    const able: string[] = []
    for (const role of ['admin', 'editor', 'author', 'sales'] as const) {
      const as = { collection: 'media', overrideAccess: false, user: staff[role].user } as const
      const file = { data, mimetype: 'image/png', name: `${role}.png`, size: data.length }
      const { id: stored } = await payload.create({ collection: 'media', data: { alt: 'A square' }, file })
      const attempts = {
        upload: () => payload.create({ ...as, data: { alt: 'A square' }, file }),
        describe: () => payload.update({ ...as, id: stored, data: { alt: 'A blue square' } }),
      }
      for (const [name, attempt] of Object.entries(attempts)) {
        if (
          await attempt()
            .then(() => true)
            .catch(() => false)
        )
          able.push(`${role} ${name}`)
      }
      const deleted = await payload
        .delete({ ...as, id: stored })
        .then(() => true)
        .catch(() => false)
      if (deleted) able.push(`${role} delete`)
    }
    expect(able).toEqual([
      'admin upload',
      'admin describe',
      'admin delete',
      'editor upload',
      'editor describe',
      'editor delete',
      'author upload',
    ])
  })
})
