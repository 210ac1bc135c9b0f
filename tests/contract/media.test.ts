import type { Payload } from 'payload'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { contractPayload } from '../support/contract'
import { richText } from '../support/rich-text'

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

const rest = async (path: string) => {
  const { REST_GET } = await import('@payloadcms/next/routes')
  const { default: config } = await import('@payload-config')
  const url = new URL(`http://localhost:3000/api${path}`)
  return REST_GET(config)(new Request(url), {
    params: Promise.resolve({ slug: url.pathname.split('/').slice(2) }),
  })
}

describe('media', () => {
  it('has public addresses with the version of the file, for every size', async () => {
    const media = await payload.findByID({ collection: 'media', id })
    expect(media.url).toMatch(new RegExp(`^/media/${id}/red\\.png\\?v=\\w+$`))
    expect(media.sizes?.thumbnail?.url).toMatch(new RegExp(`^/media/${id}/red-320x240\\.webp\\?v=\\w+$`))
  })

  it('is not listed, searched, counted or read by visitors', async () => {
    for (const path of ['/media', `/media/${id}`, '/media?where[alt][equals]=A', '/media/count']) {
      const response = await rest(path)
      expect(response.status, path).toBe(403)
    }
  })

  it('is not served to visitors by its internal address', async () => {
    expect((await rest('/media/file/red.png')).status).toBe(403)
  })

  it('shows to visitors within a published post, and not within a draft', async () => {
    const data = { title: 'With a picture', excerpt: 'One', hero: id, content: richText('Words') }
    const live = await payload.create({ collection: 'articles', data: { ...data, _status: 'published' } as never })
    const draft = await payload.create({
      collection: 'articles',
      draft: true,
      data: { ...data, title: 'Two' } as never,
    })
    const shown = await (await rest(`/articles/${live.id}?depth=1`)).json()
    expect(shown.hero.alt).toBe('A red square')
    expect((await rest(`/articles/${draft.id}?depth=1`)).status).toBe(404)
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
})
