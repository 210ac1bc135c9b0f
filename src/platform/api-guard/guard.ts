import type { SanitizedConfig } from 'payload'
import { currentPayload } from '../current-payload'
import { inOneShape, withGraphqlStatus } from './answer'
import { hasBoundary, mediaType, parseJson, readText } from './body'
import { clientFault } from './client-fault'
import { pathRefusal, scopeOf } from './endpoint'
import { graphqlRefusal } from './graphql'
import { searchFault, withinPublicLimits } from './query'
import { badRequest, type Refusal, refuse } from './refusal'
import { isObject, shapeFault } from './shape'

type RestHandler = (request: Request, context: { params: Promise<{ slug?: string[] }> }) => Promise<Response>
type GraphqlHandler = (request: Request) => Promise<Response>
type Config = SanitizedConfig | Promise<SanitizedConfig>

/** A request that may go on, perhaps written anew, or the reason why not. */
type Passed = { request: Request } | { refusal: Refusal }

const NOT_JSON: Refusal = { status: 415, message: 'The body must be application/json or multipart/form-data' }

/** The same request with another address, method or body. */
function rewritten(request: Request, change: { url?: string; method?: string; body?: string }): Request {
  const headers = new Headers(request.headers)
  headers.delete('content-length')
  if (change.body) headers.set('content-type', 'application/json')
  const { url = request.url, method = request.method, body } = change
  return new Request(url, { method, headers, body: body || undefined, signal: request.signal })
}

/** Payload takes long queries as the body of a POST with this header; they are checked like any other. */
async function withoutMethodOverride(request: Request): Promise<Passed> {
  const names = ['x-payload-http-method-override', 'x-http-method-override']
  if (request.method !== 'POST' || names.every((name) => request.headers.get(name) !== 'GET')) return { request }
  if (mediaType(request.headers) !== 'application/x-www-form-urlencoded') {
    return { refusal: { status: 415, message: 'A query in a body must be application/x-www-form-urlencoded' } }
  }
  const read = await readText(request)
  if ('refusal' in read) return read
  const url = new URL(request.url)
  url.search = read.text
  const query = rewritten(request, { url: url.href, method: 'GET' })
  for (const name of [...names, 'content-type']) query.headers.delete(name)
  return { request: query }
}

const isSignedIn = async (headers: Headers) => Boolean((await currentPayload().auth({ headers })).user)

async function withCheckedQuery(request: Request, segments: string[], config: SanitizedConfig): Promise<Passed> {
  const url = new URL(request.url)
  const fault = searchFault(url.search, scopeOf(segments, config))
  if (fault) return { refusal: badRequest(fault) }
  const capped = request.method === 'GET' ? withinPublicLimits(url.search) : undefined
  if (!capped || (await isSignedIn(request.headers))) return { request }
  url.search = capped
  return { request: rewritten(request, { url: url.href }) }
}

async function withCheckedBody(request: Request): Promise<Passed> {
  if (!['POST', 'PATCH', 'PUT'].includes(request.method)) return { request }
  const type = mediaType(request.headers)
  if (type === 'multipart/form-data') {
    // Its parts are checked where Payload has read them; see refuseMisshapenData.
    return hasBoundary(request.headers) ? { request } : { refusal: badRequest('The multipart body has no boundary') }
  }
  const read = await readText(request)
  if ('refusal' in read) return read
  if (read.text === '') return { request: rewritten(request, {}) }
  if (type !== 'application/json') return { refusal: NOT_JSON }
  const parsed = parseJson(read.text)
  if ('refusal' in parsed) return parsed
  const fault = isObject(parsed.value) ? shapeFault(parsed.value) : 'The body must be a JSON object'
  return fault ? { refusal: badRequest(fault) } : { request: rewritten(request, { body: read.text }) }
}

/** Answers with what a handler gives, or says plainly that it failed: as the client's fault, or as ours, with a line in the log. */
async function answered(respond: () => Promise<Response>): Promise<Response> {
  try {
    return await respond()
  } catch (error) {
    const refusal = clientFault(error)
    if (refusal) return refuse(refusal)
    currentPayload().logger.error({ err: error }, 'A request to the API failed')
    return Response.json({ errors: [{ message: 'Something went wrong' }] }, { status: 500 })
  }
}

/**
 * Stands before a REST handler of Payload: a request that is wrong in itself is refused with 4xx and
 * `{ errors: [{ message }] }`, where Payload hands it to the database and answers 500. Whoever is not signed in gets at
 * most `PUBLIC_LIMITS` of documents and depth, whatever they ask for.
 */
export function guardRest(config: Config, handler: RestHandler): RestHandler {
  return (original, context) =>
    answered(async () => {
      const resolved = await config
      const segments = (await context.params).slug ?? []
      const misplaced = pathRefusal(segments, resolved)
      if (misplaced) return refuse(misplaced)
      let passed = await withoutMethodOverride(original)
      if ('request' in passed) passed = await withCheckedQuery(passed.request, segments, resolved)
      if ('request' in passed) passed = await withCheckedBody(passed.request)
      if ('refusal' in passed) return refuse(passed.refusal)
      return inOneShape(await handler(passed.request, context))
    })
}

/** The same before Payload's GraphQL handler: what is no query, or is one without bounds, never reaches it. */
export function guardGraphql(config: Config, handler: GraphqlHandler): GraphqlHandler {
  return (request) =>
    answered(async () => {
      if (mediaType(request.headers) !== 'application/json')
        return refuse({ status: 415, message: 'The body must be application/json' })
      const read = await readText(request)
      if ('refusal' in read) return refuse(read.refusal)
      const parsed = parseJson(read.text)
      const refusal = 'refusal' in parsed ? parsed.refusal : graphqlRefusal(parsed.value, await config)
      if (refusal) return refuse(refusal)
      return withGraphqlStatus(await handler(rewritten(request, { body: read.text })))
    })
}
