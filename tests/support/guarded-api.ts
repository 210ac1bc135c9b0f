import type { Payload } from 'payload'
import { guardGraphql, guardRest } from '@/platform/api-guard/guard'

type Call = { method?: string; body?: BodyInit | null; headers?: Record<string, string>; token?: string | undefined }

/** The API of a site in this process, called as Next calls it. */
export type Api = { payload: Payload; call(path: string, options?: Call): Promise<Response> }

/** The parts of a path as Next hands them to a route: decoded, and as they are where they cannot be. */
function segmentsOf(pathname: string): string[] {
  return pathname
    .split('/')
    .slice(2)
    .map((part) => {
      try {
        return decodeURIComponent(part)
      } catch {
        return part
      }
    })
}

/** The API as the site's routes give it out, with what stands before Payload's handlers. */
export async function guardedApi(payload: Payload): Promise<Api> {
  const [{ default: config }, routes] = await Promise.all([
    import('@payload-config'),
    import('@payloadcms/next/routes'),
  ])
  // One builder makes the handlers of all methods.
  const rest = guardRest(config, routes.REST_GET(config))
  const graphql = guardGraphql(config, routes.GRAPHQL_POST(config))
  return {
    payload,
    call(path, { method = 'GET', body, headers, token } = {}) {
      const url = new URL(`http://localhost:3000/api${path}`)
      const request = new Request(url, {
        method,
        body: method === 'GET' ? null : body,
        headers: { ...headers, ...(token ? { authorization: `JWT ${token}` } : {}) },
      })
      if (url.pathname === '/api/graphql' && method === 'POST') return graphql(request)
      return rest(request, { params: Promise.resolve({ slug: segmentsOf(url.pathname) }) })
    },
  }
}
