import { createHash } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const compressed = { br: promisify(brotliCompress), gzip: promisify(gzip) }

type Encoding = keyof typeof compressed

/** A whole answer, ready to be sent many times. */
export type Answer = {
  status: number
  headers: OutgoingHttpHeaders
  body: Buffer
  etag?: string
  br?: Buffer
  gzip?: Buffer
}

const isText = (answer: Answer) =>
  /^(text\/|application\/(json|xml|[a-z]+\+xml))/.test(String(answer.headers['Content-Type']))

/** Bytes that an answer takes in memory. */
export const bytesOf = ({ body, br, gzip }: Answer) => body.length + (br?.length ?? 0) + (gzip?.length ?? 0)

/** The same answer as it is kept: with its fingerprint, and compressed once for all who will get it. */
export async function forKeeping(answer: Answer): Promise<Answer> {
  const etag = `"${createHash('sha1').update(answer.body).digest('base64url')}"`
  if (!isText(answer) || answer.body.length < 512) return { ...answer, etag }
  const [br, gzipped] = await Promise.all([
    compressed.br(answer.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
    compressed.gzip(answer.body),
  ])
  return { ...answer, etag, br, gzip: gzipped }
}

function encodingFor(accepted: string | undefined, answer: Answer): Encoding | undefined {
  if (!accepted) return undefined
  return (['br', 'gzip'] as const).find((encoding) => answer[encoding] && accepted.includes(encoding))
}

/** Sends an answer: compressed as the visitor takes it, empty to HEAD, and 304 to one who has it already. */
export function send(req: IncomingMessage, res: ServerResponse, answer: Answer, extra?: OutgoingHttpHeaders): void {
  const encoding = encodingFor(req.headers['accept-encoding'] as string | undefined, answer)
  const body = encoding ? (answer[encoding] as Buffer) : answer.body
  const headers: OutgoingHttpHeaders = { ...answer.headers, ...extra }
  if (answer.br) headers.Vary = 'Accept-Encoding'
  if (answer.etag) {
    headers.ETag = answer.etag
    if (answer.status === 200 && req.headers['if-none-match']?.includes(answer.etag)) {
      res.writeHead(304, headers).end()
      return
    }
  }
  headers['Content-Length'] = body.length
  if (encoding) headers['Content-Encoding'] = encoding
  res.writeHead(answer.status, headers)
  res.end(req.method === 'HEAD' ? undefined : body)
}

/** A short answer of the door itself. */
export const plainAnswer = (status: number, text: string, headers: OutgoingHttpHeaders = {}): Answer => ({
  status,
  headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', ...headers },
  body: Buffer.from(`${text}\n`),
})
