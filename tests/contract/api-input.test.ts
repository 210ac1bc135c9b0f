import { beforeAll, describe, expect, it, vi } from 'vitest'
import { article } from '../support/content'
import { contractPayload } from '../support/contract'
import { type Api, guardedApi } from '../support/guarded-api'
import { createAccount } from '../support/staff'

const JSON_TYPE = { 'content-type': 'application/json' }
const FORM = { 'content-type': 'multipart/form-data; boundary=x' }

let api: Api
let admin: string

beforeAll(async () => {
  const payload = await contractPayload()
  api = await guardedApi(payload)
  admin = (await createAccount(payload, 'checker', ['admin'])).token
  await payload.create({ collection: 'articles', data: article('Public', { _status: 'published' }) })
})

const json = (data: unknown) => ({ method: 'POST', headers: JSON_TYPE, body: JSON.stringify(data) })
const part = (name: string, value: string, more = '') =>
  `--x\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n--x--\r\n`

/** Every refusal is readable by a program, says something, and shows nothing of the inside. */
async function expectRefusal(response: Response, status: number | RegExp = /^4\d\d$/) {
  expect(String(response.status)).toMatch(typeof status === 'number' ? String(status) : status)
  const text = await response.text()
  expect(JSON.parse(text)).toEqual({ errors: expect.arrayContaining([{ message: expect.any(String) }]) })
  expect(text).not.toMatch(/node_modules|\.ts:|\.js:\d|select .* from|SQLITE/i)
}

describe('a request that is wrong in itself', () => {
  const queries = ['where=abc', 'where[createdAt][equals]=soon', 'limit=abc', 'page=0', 'sort=nothing', 'depth=-1']
  const places = ['/articles', '/articles/count', '/articles/versions', '/users', '/globals/settings']

  it.each(queries)('is refused for ?%s, signed in or not', async (query) => {
    for (const path of places) {
      if (path.startsWith('/globals') && !query.startsWith('depth')) continue
      await expectRefusal(await api.call(`${path}?${query}`), 400)
      await expectRefusal(await api.call(`${path}?${query}`, { token: admin }), 400)
    }
  })

  it('is refused when a long query comes as a body', async () => {
    const headers = { 'x-payload-http-method-override': 'GET', 'content-type': 'application/x-www-form-urlencoded' }
    await expectRefusal(await api.call('/articles', { method: 'POST', headers, body: 'where=abc' }), 400)
    const fine = await api.call('/articles', { method: 'POST', headers, body: 'where[slug][exists]=true&limit=1' })
    expect((await fine.json()).docs).toHaveLength(1)
    const asJson = { ...headers, 'content-type': 'application/json' }
    await expectRefusal(await api.call('/articles', { method: 'POST', headers: asJson, body: '{' }), 415)
  })

  it.each([
    '/nothing',
    '/constructor',
    '/__proto__',
    '/toString/x',
    '/og',
    '/users/verify/x',
    '/globals/nothing',
    '/globals/settings/versions',
    '/payload-jobs/run',
    '/payload-jobs/handle-schedules',
  ])('finds nothing at %s', async (path) => {
    await expectRefusal(await api.call(path, { token: admin }), 404)
    await expectRefusal(await api.call(path, { ...json({}), token: admin }), 404)
  })

  it.each(['/articles/%00', '/articles/%FF', `/articles/${'x'.repeat(300)}`, '/articles/..%2f..%2fpackage.json'])(
    'is refused at %.40s',
    async (path) => {
      await expectRefusal(await api.call(path))
    },
  )

  it.each([
    ['nothing but a bracket', JSON_TYPE, '{'],
    ['null', JSON_TYPE, 'null'],
    ['a list', JSON_TYPE, '[]'],
    ['a text', JSON_TYPE, '"x"'],
    ['bytes that are not UTF-8', JSON_TYPE, Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d])],
    ['UTF-16', { 'content-type': 'application/json; charset=utf-16' }, Buffer.from('{}', 'utf16le')],
    ['NUL', JSON_TYPE, '{"title":"a\\u0000b"}'],
    ['thousands of levels', JSON_TYPE, `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`],
    ['a prototype', JSON_TYPE, '{"__proto__":{"roles":["admin"]}}'],
    ['plain text', { 'content-type': 'text/plain' }, 'x'],
    ['no content type', {}, Buffer.from('x')],
    ['a form without a boundary', { 'content-type': 'multipart/form-data' }, 'x'],
    ['a form that is none', FORM, 'x'],
    ['a form that ends early', FORM, '--x\r\nContent-Disposition: form-data; name="a"; filename="b"\r\n\r\nx'],
    ['a form whose data is not JSON', FORM, part('_payload', 'not JSON')],
    ['a form whose data is null', FORM, part('_payload', 'null')],
    ['a form whose data is a number', FORM, part('_payload', '1')],
    ['a form whose file is not one', FORM, part('file', 'not JSON')],
  ] as Array<[string, Record<string, string>, BodyInit]>)(
    'is refused when its body is %s',
    async (_what, headers, body) => {
      const before = await api.payload.count({ collection: 'articles' })
      for (const path of ['/articles?draft=true', '/media']) {
        for (const token of [undefined, admin]) {
          await expectRefusal(await api.call(path, { method: 'POST', headers, body, token }))
        }
      }
      expect(await api.payload.count({ collection: 'articles' })).toEqual(before)
    },
  )

  it.each([
    { hero: { a: 1 } },
    { publishedAt: { a: 1 } },
    { publishedAt: 'soon' },
    { title: { a: 1 } },
    { content: 'words' },
    { topics: 'abc' },
    { meta: [1] },
    { id: '../../x' },
  ])('is refused when a draft holds %j, and names the field', async (data) => {
    const before = await api.payload.count({ collection: 'articles' })
    for (const body of [json(data), { method: 'POST', headers: FORM, body: part('_payload', JSON.stringify(data)) }]) {
      const response = await api.call('/articles?draft=true', { ...body, token: admin })
      expect(response.status).toBe(400)
      expect((await response.json()).errors[0].data.errors[0].path).toBe(Object.keys(data)[0])
    }
    expect(await api.payload.count({ collection: 'articles' })).toEqual(before)
  })
})

describe('a GraphQL request', () => {
  const graphql = (body: unknown) => api.call('/graphql', json(body))

  it.each([
    ['a syntax error', { query: '{' }],
    ['an unknown field', { query: '{ nothing }' }],
    ['an unknown argument', { query: '{ Articles(nothing: 1) { totalDocs } }' }],
    ['a bad date', { query: '{ Articles(where: {publishedAt: {equals: "soon"}}) { totalDocs } }' }],
    ['variables of another type', { query: 'query($x: String!) { Article(id: $x) { id } }', variables: { x: {} } }],
    ['an unknown operation', { query: '{ Articles { totalDocs } }', operationName: 'nothing' }],
    ['fragments in a circle', { query: '{ Articles { docs { ...A } } } fragment A on Article { ...A }' }],
    ['a list without a limit', { query: '{ Articles(limit: 0) { totalDocs } }' }],
  ])('with %s is answered with 400', async (_what, body) => {
    const response = await graphql(body)
    expect(response.status).toBe(400)
    expect((await response.json()).errors[0].message).toEqual(expect.any(String))
  })

  it('that is no JSON is answered with 415 or 400', async () => {
    await expectRefusal(await api.call('/graphql', { method: 'POST', body: '{ Articles { totalDocs } }' }), 415)
    await expectRefusal(await api.call('/graphql', { method: 'POST', headers: FORM, body: 'x' }), 415)
    await expectRefusal(await api.call('/graphql', { method: 'POST', headers: JSON_TYPE, body: '{' }), 400)
  })

  it('that is one is answered', async () => {
    const response = await graphql({ query: '{ Articles(limit: 1, sort: "-publishedAt") { docs { title } } }' })
    expect((await response.json()).data.Articles.docs).toHaveLength(1)
  })
})

describe('what the public may ask for', () => {
  it('is at most a hundred documents, whatever the limit', async () => {
    for (const query of ['limit=0', 'limit=5000']) {
      expect((await (await api.call(`/articles?${query}`)).json()).limit, query).toBe(100)
      expect((await (await api.call(`/articles?${query}`, { token: admin })).json()).limit, query).not.toBe(100)
    }
  })
})

describe('a fault of the server', () => {
  it('is answered with 500 and no word of what happened, and logged', async () => {
    const logged = vi.spyOn(api.payload.logger, 'error').mockImplementation(() => undefined)
    const find = vi.spyOn(api.payload.db, 'find').mockRejectedValue(new Error('disk I/O error at /var/lib/site.db'))
    const response = await api.call('/articles')
    find.mockRestore()
    expect(response.status).toBe(500)
    expect(await response.json()).toEqual({ errors: [{ message: 'Something went wrong' }] })
    expect(logged).toHaveBeenCalled()
    logged.mockRestore()
  })
})
