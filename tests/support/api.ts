import { GRAPHQL_POST, REST_DELETE, REST_GET, REST_PATCH, REST_POST } from '@payloadcms/next/routes'

const ORIGIN = 'http://localhost:3000'
const METHODS = { GET: REST_GET, POST: REST_POST, PATCH: REST_PATCH, DELETE: REST_DELETE }

/** Whoever signs requests; undefined is a visitor. */
export type Caller = { token: string } | undefined

/** `body` is the JSON of the answer; its shape depends on the question, so tests look into it by matchers. */
export type Answer = { status: number; body: Record<string, unknown> & { docs?: Record<string, unknown>[] } }

/** Loaded late: the configuration reads the environment while it loads, and `contractPayload` sets that first. */
const loadConfig = async () => (await import('@payload-config')).default

const headersOf = (caller: Caller): HeadersInit => ({
  'content-type': 'application/json',
  ...(caller ? { authorization: `JWT ${caller.token}` } : {}),
})

/**
 * Asks Payload's REST API without a server between.
 * @param path below `/api`, with a query: `/articles?trash=true`
 */
export async function rest(
  method: keyof typeof METHODS,
  path: string,
  { as, body }: { as?: Caller; body?: unknown } = {},
): Promise<Answer> {
  const url = new URL(`/api${path}`, ORIGIN)
  const request = new Request(url, { method, headers: headersOf(as), body: body ? JSON.stringify(body) : undefined })
  const slug = url.pathname.split('/').slice(2)
  const response = await METHODS[method](loadConfig())(request, { params: Promise.resolve({ slug }) })
  const text = await response.text()
  return { status: response.status, body: text ? JSON.parse(text) : {} }
}

/** Asks Payload's GraphQL API without a server between. */
export async function graphql(query: string, { as }: { as?: Caller } = {}): Promise<Answer> {
  const request = new Request(`${ORIGIN}/api/graphql`, {
    method: 'POST',
    headers: headersOf(as),
    body: JSON.stringify({ query }),
  })
  const response = await GRAPHQL_POST(loadConfig())(request)
  return { status: response.status, body: await response.json() }
}
