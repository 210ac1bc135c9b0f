import { isObject } from './shape'

const TEXTS: Record<number, string> = {
  400: 'The request cannot be understood',
  401: 'Sign in first',
  403: 'You may not do this',
  404: 'Not found',
  413: 'The body is too large',
  415: 'The body must be JSON',
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    return undefined
  }
}

/** Errors as Payload words them, except that a fault of the server is never described. */
function errorsOf(status: number, body: unknown): unknown[] {
  if (status >= 500) return [{ message: 'Something went wrong' }]
  if (isObject(body) && Array.isArray(body.errors) && body.errors.length > 0) return body.errors
  return [{ message: TEXTS[status] ?? 'The request was refused' }]
}

/** Gives every answer of 400 and above the body `{ errors: [{ message }] }`: some of Payload's have another, or none. */
export async function inOneShape(response: Response): Promise<Response> {
  if (response.status < 400) return response
  const errors = errorsOf(response.status, await jsonOf(response))
  const headers = new Headers(response.headers)
  headers.delete('content-length')
  headers.set('content-type', 'application/json')
  return new Response(JSON.stringify({ errors }), { status: response.status, headers })
}

/** A GraphQL answer with errors and no data is for a request that could not be run at all; it arrives with 200. */
export async function withGraphqlStatus(response: Response): Promise<Response> {
  if (response.status !== 200) return inOneShape(response)
  const body = await jsonOf(response.clone())
  if (!isObject(body) || !body.errors || body.data !== undefined) return response
  return inOneShape(new Response(JSON.stringify(body), { status: 400, headers: response.headers }))
}
