import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readFormBody } from './form-body'

const NAMES = ['name', 'message'] as const
const URL_ENCODED = 'application/x-www-form-urlencoded'

const post = (body: BodyInit | null, type?: string) =>
  readFormBody(
    new Request('http://localhost/forms/contact', {
      method: 'POST',
      body,
      headers: type === undefined ? {} : { 'content-type': type },
    }),
    NAMES,
  )

describe('a form body', () => {
  it('is read from what a browser sends', async () => {
    const typed = { name: 'Trần & Sons = 100 %+', message: 'a\r\nb' }
    expect(await post(new URLSearchParams(typed))).toEqual({ fields: typed })
  })

  it('is read from multipart too', async () => {
    const form = new FormData()
    form.set('name', 'Trần')
    expect(await post(form)).toEqual({ fields: { name: 'Trần' } })
  })

  it('gives back what was typed, whatever it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (message) => {
        fc.pre(!message.includes('\0'))
        expect(await post(new URLSearchParams({ message }))).toEqual({ fields: { message } })
      }),
    )
  })

  it.each([
    ['of another build', 'name=a&job=b&job=c'],
    ['of every object', 'name=a&__proto__=b'],
    ['that is nested', 'name=a&name[b]=c'],
  ])('is read without a field %s', async (_, body) => {
    expect(await post(body, URL_ENCODED)).toEqual({ fields: { name: 'a' } })
  })

  it.each([
    ['a field twice', 'name=a&name=b', 'malformed'],
    ['a NUL character', 'name=a%00', 'malformed'],
    ['broken UTF-8', 'name=%ff%fe', 'malformed'],
    ['a broken escape', 'name=%zz', 'malformed'],
  ])('with %s is refused', async (_, body, fault) => {
    expect(await post(body, URL_ENCODED)).toEqual({ fault })
  })

  it('with bytes that are not UTF-8 is refused', async () => {
    expect(await post(new Uint8Array([0x6e, 0x61, 0x6d, 0x65, 0x3d, 0xff]), URL_ENCODED)).toEqual({
      fault: 'malformed',
    })
  })

  it('with a file is refused', async () => {
    const form = new FormData()
    form.set('name', new File(['x'], 'x.txt'))
    expect(await post(form)).toEqual({ fault: 'malformed' })
  })

  it.each(['multipart/form-data', 'multipart/form-data; boundary=x'])(
    'that is no multipart is refused (%s)',
    async (type) => {
      expect(await post('name=a', type)).toEqual({ fault: 'malformed' })
    },
  )

  it.each(['application/json', 'text/plain', ''])('of the type %j is refused', async (type) => {
    expect(await post('{"name":"a"}', type)).toEqual({ fault: 'media-type' })
  })

  it('that is larger than any message is refused', async () => {
    expect(await post(`message=${'x'.repeat(300_000)}`, URL_ENCODED)).toEqual({ fault: 'too-large' })
  })

  it('may be empty', async () => {
    expect(await post('', URL_ENCODED)).toEqual({ fields: {} })
  })
})
