import http from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A reverse proxy as stands in front of a site: visitors know its address alone.
 * @returns its address and port, and what leads it to another server
 */
export async function reverseProxy() {
  let target = 0
  const server = http.createServer((req, res) => {
    const forwarded = { 'x-forwarded-for': req.socket.remoteAddress ?? '', 'x-forwarded-proto': 'http' }
    const headers = { ...req.headers, ...forwarded }
    const options = { host: '127.0.0.1', port: target, method: req.method, path: req.url, headers }
    const inner = http.request(options, (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(res)
    })
    inner.on('error', () => res.writeHead(502).end('Bad gateway'))
    req.pipe(inner)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}`,
    leadTo(other: number) {
      target = other
    },
    stop: () =>
      new Promise((closed) => {
        server.close(closed)
        server.closeAllConnections()
      }),
  }
}
