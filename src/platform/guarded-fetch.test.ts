import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { addressProblem, guardedFetch } from './guarded-fetch'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections()
})

/** A real server on this machine. @returns its address and the paths that were asked */
async function serve(listener: RequestListener) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    listener(request, response)
  })
  servers.push(server)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return { asked, port, url: `http://127.0.0.1:${port}` }
}

/** The servers of these tests are on this machine; what else is here stays forbidden. */
const allow = (address: string) => address === '127.0.0.1'

describe('an address on the inside', () => {
  it.each(['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]', '0', '127.0.0.1.'])(
    'is not asked, written as %s',
    async (host) => {
      const { asked, port } = await serve((_, response) => response.end('secret'))
      await expect(guardedFetch(`http://${host}:${port}/`)).rejects.toMatchObject({ reason: 'address' })
      expect(asked).toEqual([])
    },
  )

  it('is not asked when one of the addresses of a name is it', async () => {
    const { asked, port } = await serve((_, response) => response.end('secret'))
    await expect(guardedFetch(`http://localhost:${port}/`, { allow: () => false })).rejects.toThrow('localhost')
    expect(asked).toEqual([])
  })

  it('is not reached by a redirect', async () => {
    const inside = await serve((_, response) => response.end('secret'))
    const outside = await serve((_, response) =>
      response.writeHead(302, { location: `http://[::1]:${inside.port}/` }).end(),
    )
    await expect(guardedFetch(outside.url, { allow, redirects: 3 })).rejects.toMatchObject({ reason: 'address' })
    expect(inside.asked).toEqual([])
  })

  it.each(['file:///etc/passwd', 'ftp://example.com/', 'gopher://example.com/', 'data:,x', 'example.com', ''])(
    'is none that is asked at all: %s',
    async (address) => {
      await expect(guardedFetch(address)).rejects.toMatchObject({ reason: 'address' })
    },
  )
})

describe('an answer', () => {
  it('is given whole, with its status', async () => {
    const { asked, url } = await serve((_, response) => response.writeHead(418, { 'x-one': '1' }).end('tea'))
    const answer = await guardedFetch(`${url}/pot?a=1`, { allow })
    expect(answer).toMatchObject({ status: 418, headers: { 'x-one': '1' } })
    expect(answer.body.toString()).toBe('tea')
    expect(asked).toEqual(['GET /pot?a=1'])
  })

  it('is given to a body that was sent', async () => {
    const { url } = await serve((request, response) => {
      response.setHeader('x-type', request.headers['content-type'] ?? '')
      request.pipe(response)
    })
    const headers = { 'content-type': 'application/json' }
    const answer = await guardedFetch(url, { method: 'POST', headers, body: '{"ä":1}', allow })
    expect(answer.headers['x-type']).toBe('application/json')
    expect(answer.body.toString()).toBe('{"ä":1}')
  })

  it('of a name is the one of the address that was checked', async () => {
    const { asked, port } = await serve((_, response) => response.end('here'))
    const checked: string[] = []
    const note = (address: string) => checked.push(address) > 0
    const answer = await guardedFetch(`http://localhost:${port}/`, { allow: note })
    expect(answer.body.toString()).toBe('here')
    expect(checked).toContain('127.0.0.1')
    expect(asked).toEqual(['GET /'])
  })

  it('is cut off when it is too long', async () => {
    const { url } = await serve((_, response) => {
      response.write('x'.repeat(2000))
      response.write('x'.repeat(2000))
    })
    await expect(guardedFetch(url, { allow, maxBytes: 3000 })).rejects.toMatchObject({ reason: 'too large' })
  })

  it.each<[string, RequestListener]>([
    ['says nothing', () => {}],
    ['never ends', (_, response) => void response.write('x')],
  ])('is not waited for when the server %s', async (_, listener) => {
    const { url } = await serve(listener)
    await expect(guardedFetch(url, { allow, timeoutMs: 200 })).rejects.toMatchObject({ reason: 'timeout' })
  })

  it('is given up by a signal', async () => {
    const { url } = await serve(() => {})
    await expect(guardedFetch(url, { allow, signal: AbortSignal.timeout(50) })).rejects.toThrow(/abort/i)
  })
})

describe('redirects', () => {
  const toNext: RequestListener = ({ url }, response) =>
    response.writeHead(302, { location: `${Number(url?.slice(1)) + 1}` }).end()

  it('are the answer unless they are asked for', async () => {
    const { asked, url } = await serve(toNext)
    expect(await guardedFetch(`${url}/1`, { allow })).toMatchObject({ status: 302 })
    expect(asked).toEqual(['GET /1'])
  })

  it('are followed as often as it is said, and no further', async () => {
    const { asked, url } = await serve((request, response) =>
      request.url === '/3' ? response.end('there') : toNext(request, response),
    )
    expect(await guardedFetch(`${url}/1`, { allow, redirects: 2 })).toMatchObject({ status: 200, url: `${url}/3` })
    await expect(guardedFetch(`${url}/1`, { allow, redirects: 1 })).rejects.toMatchObject({
      reason: 'too many redirects',
    })
    expect(asked).toEqual(['GET /1', 'GET /2', 'GET /3', 'GET /1', 'GET /2'])
  })

  it('of what was sent are not followed', async () => {
    const { asked, url } = await serve(toNext)
    expect(await guardedFetch(`${url}/1`, { method: 'POST', allow, redirects: 2 })).toMatchObject({ status: 302 })
    expect(asked).toEqual(['POST /1'])
  })

  it('to another site are refused when headers would go along', async () => {
    const other = await serve((_, response) => response.end())
    const { url } = await serve((_, response) => response.writeHead(302, { location: other.url }).end())
    const headers = { authorization: 'Bearer secret' }
    await expect(guardedFetch(url, { allow, redirects: 2, headers })).rejects.toMatchObject({ reason: 'address' })
    expect(other.asked).toEqual([])
  })
})

describe('addressProblem', () => {
  it('is told for what is not asked', async () => {
    for (const address of ['http://10.0.0.1/', 'http://localhost/', 'https://[::1]/', 'ftp://example.com/', 'x']) {
      expect(await addressProblem(address)).toEqual(expect.any(String))
    }
  })

  it('is none of an address outside, nor of a name that nobody knows now', async () => {
    expect(await addressProblem('https://8.8.8.8/hook')).toBeUndefined()
    expect(await addressProblem('https://hooks.invalid/x')).toBeUndefined()
  })
})
