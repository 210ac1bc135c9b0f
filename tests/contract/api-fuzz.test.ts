import fc from 'fast-check'
import type { CollectionSlug } from 'payload'
import { beforeAll, expect, it } from 'vitest'
import { contractPayload } from '../support/contract'
import { type Api, guardedApi } from '../support/guarded-api'
import { createAccount } from '../support/staff'

const RUNS = 200

let api: Api
let admin: string
let collections: CollectionSlug[]

beforeAll(async () => {
  const payload = await contractPayload()
  api = await guardedApi(payload)
  admin = (await createAccount(payload, 'admin', ['admin'])).token
  collections = Object.keys(payload.collections) as CollectionSlug[]
})

const oneOf = (...values: string[]) => fc.constantFrom(...values)

const garbage = fc.oneof(
  oneOf(
    '',
    '0',
    '-1',
    '1e9',
    'NaN',
    'null',
    'true',
    '[]',
    '{}',
    '2024-13-45',
    '\0',
    '\ud800',
    '%',
    '../..',
    "' OR 1=1--",
  ),
  oneOf('__proto__', 'constructor', '$where', '$gt', 'title', 'id', 'undefined', 'x'.repeat(2000)),
  fc.string({ unit: 'binary', maxLength: 12 }),
)

const places = [
  ...['articles', 'topics', 'frameworks', 'statistics', 'pages', 'media', 'authors', 'users', 'leads', 'emails'],
  ...['contact-submissions', 'contact-points', 'lead-events', 'redirects', 'invalidations', 'leases', 'graphql'],
  ...['payload-jobs', 'payload-preferences', 'payload-locked-documents', 'globals', 'access', 'og', 'nothing'],
]
const actions = [
  ...['versions', 'count', 'access', 'duplicate', 'login', 'logout', 'me', 'init', 'unlock', 'forgot-password'],
  ...['reset-password', 'refresh-token', 'first-register', 'verify', 'file', 'settings', 'notifications', 'run'],
]
const encoded = (part: string) =>
  part
    .split('')
    .map((c) => (/\w/.test(c) ? c : safeEncode(c)))
    .join('')
const safeEncode = (c: string) => {
  try {
    return encodeURIComponent(c)
  } catch {
    return '%ED%A0%80'
  }
}
const path = fc
  .tuple(
    fc.oneof({ weight: 8, arbitrary: oneOf(...places) }, garbage),
    fc.array(fc.oneof(oneOf(...actions), garbage), { maxLength: 2 }),
  )
  .map(([first, rest]) => `/${[first, ...rest].map(encoded).join('/')}`)

const names = oneOf(
  'title',
  'id',
  'slug',
  '_status',
  'publishedAt',
  'owner',
  'owner.hash',
  'topics.name',
  'content.root',
  'roles',
)
const operators = oneOf(
  'equals',
  'in',
  'not_in',
  'like',
  'exists',
  'greater_than',
  'near',
  'all',
  'within',
  'contains',
  '$ne',
)
const bracket = fc.oneof(names, operators, oneOf('and', 'or', '0', '1', ''), garbage)
const parameter = fc
  .tuple(
    fc.oneof(
      oneOf('where', 'where', 'sort', 'limit', 'page', 'depth', 'select', 'populate', 'joins'),
      oneOf('draft', 'trash', 'locale', 'data'),
      garbage,
    ),
    fc.array(bracket, { maxLength: 5 }),
    garbage,
  )
  .map(([name, keys, value]) => `${encoded(name)}${keys.map((key) => `[${encoded(key)}]`).join('')}=${encoded(value)}`)
const query = fc.array(parameter, { maxLength: 3 }).map((parts) => (parts.length > 0 ? `?${parts.join('&')}` : ''))

const fieldNames = oneOf(
  'title',
  'name',
  'email',
  'password',
  'token',
  'hero',
  'content',
  'topics',
  'publishedAt',
  'layout',
  'id',
  'roles',
  'meta',
  '_status',
  'query',
  'variables',
)
const data = fc.dictionary(
  fc.oneof(fieldNames, garbage),
  fc.oneof(fc.jsonValue({ maxDepth: 3 }), garbage, fc.date().map(String)),
  { maxKeys: 5 },
)
const multipart = fc
  .tuple(
    oneOf('_payload', 'file', 'title', ''),
    fc.oneof(
      data.map((value) => JSON.stringify(value)),
      garbage,
    ),
    oneOf('', '; filename="a.png"', '; filename="../../a.svg"', '\r\nContent-Type: image/png'),
    oneOf('--x--\r\n', '--x', ''),
  )
  .map(
    ([name, value, more, end]) =>
      `--x\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n${end}`,
  )

const request: fc.Arbitrary<Fuzzed> = fc.record({
  path,
  query,
  method: oneOf('GET', 'POST', 'PATCH', 'PUT', 'DELETE'),
  type: oneOf(
    'application/json',
    'application/json',
    'multipart/form-data; boundary=x',
    'multipart/form-data',
    'application/x-www-form-urlencoded',
    'text/plain',
    '',
  ),
  body: fc.oneof(
    data.map((value) => JSON.stringify(value)),
    fc.json(),
    multipart,
    fc.uint8Array({ maxLength: 40 }).map((bytes) => new Uint8Array(bytes)),
  ),
  headers: fc.constantFrom<Record<string, string>>(
    {},
    { authorization: 'JWT x.y.z' },
    { authorization: 'users API-Key x' },
    { cookie: 'payload-token=x; payload-tenant=%00' },
    { 'x-payload-http-method-override': 'GET' },
    { 'accept-language': ',;q=x' },
  ),
})

type Fuzzed = {
  path: string
  query: string
  method: string
  type: string
  body: string | Uint8Array<ArrayBuffer>
  headers: Record<string, string>
}

async function answerOf({ path, query, method, type, body, headers }: Fuzzed, token?: string): Promise<void> {
  const sent = method === 'GET' || method === 'DELETE' ? null : body
  const response = await api.call(`${path}${query}`, {
    method,
    body: sent,
    headers: { ...headers, ...(type ? { 'content-type': type } : {}) },
    token,
  })
  const text = await response.text()
  expect(response.status, text).toBeLessThan(500)
  if (response.status >= 400) expect(JSON.parse(text).errors[0].message).toEqual(expect.any(String))
}

const counts = async () =>
  Promise.all(collections.map(async (collection) => [collection, (await api.payload.count({ collection })).totalDocs]))

it('no request of a stranger makes the server fail or stores anything', async () => {
  const before = await counts()
  await fc.assert(
    fc.asyncProperty(request, (fuzzed) => answerOf(fuzzed)),
    { numRuns: RUNS },
  )
  expect(await counts()).toEqual(before)
})

it('no request of an admin makes the server fail', async () => {
  await fc.assert(
    fc.asyncProperty(
      // An admin may sign out and delete accounts, which would make the rest of the runs those of a stranger.
      request.filter(({ path, method }) => method !== 'DELETE' && !/logout|users/.test(path)),
      (fuzzed) => answerOf(fuzzed, admin),
    ),
    { numRuns: RUNS },
  )
})

it('a document without any data is refused', async () => {
  for (const [method, path] of [
    ['POST', '/articles'],
    ['POST', '/topics'],
    ['POST', '/globals/navigation'],
  ] as const) {
    const response = await api.call(path, { method, headers: { 'content-type': 'application/json' }, token: admin })
    expect(response.status, path).toBe(400)
  }
})
