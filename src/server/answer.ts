import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { flat, type Headers } from './headers'

const compress = { br: promisify(brotliCompress), gzip: promisify(gzip) }

/** Content codings that we write, the best first. */
export const CODINGS = ['br', 'gzip'] as const
export type Coding = (typeof CODINGS)[number] | 'identity'

/** Once for all who will get the page, and once for one visitor who waits for it. */
const BROTLI_QUALITY = { kept: 8, once: 4 }
/** Below this a packet is not saved. */
const SMALLEST_COMPRESSED = 1024

/** The bytes of an answer in one coding, with its header fields as `writeHead` takes them. */
export type Representation = { body: Buffer; fields: string[] }

/** A whole answer. Of a kept one every representation is ready to be sent many times. */
export type Answer = {
  status: number
  headers: Headers
  body: Buffer
  etag?: string
  representations?: Partial<Record<Coding, Representation>>
}

/** An answer that goes to one visitor while it arrives: a file, an image, a download. */
export type StreamedAnswer = { status: number; headers: Headers; stream: IncomingMessage }

/** HTML, XML, JSON and text: what is worth keeping and compressing. */
export const isText = (type: string): boolean =>
  /^(text\/|application\/(json|xml|javascript|manifest\+json)|[a-z]+\/[a-z0-9.-]+\+(xml|json))/i.test(type)

const isCompressible = ({ headers, body }: Answer) =>
  body.length >= SMALLEST_COMPRESSED && isText(String(headers['content-type']))

async function encoded(body: Buffer, coding: Coding, quality: number): Promise<Buffer> {
  if (coding === 'identity') return body
  return coding === 'gzip'
    ? compress.gzip(body)
    : compress.br(body, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: quality,
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        },
      })
}

function representation(answer: Answer, coding: Coding, body: Buffer): Representation {
  const headers: Headers = { ...answer.headers, 'content-length': String(body.length) }
  if (answer.etag) headers.etag = answer.etag
  if (isCompressible(answer)) headers.vary = 'Accept-Encoding'
  if (coding !== 'identity') headers['content-encoding'] = coding
  return { body, fields: flat(headers) }
}

/** The answer in one coding: as it was kept, or made for this once. */
export async function represent(answer: Answer, accepted: readonly Coding[]): Promise<Representation> {
  const coding = (isCompressible(answer) && accepted[0]) || 'identity'
  return representation(answer, coding, await encoded(answer.body, coding, BROTLI_QUALITY.once))
}

/**
 * The same answer as it is kept: compressed once for all who will get it, with a fingerprint. That is a weak one (RFC
 * 9110, section 8.8.3): it stands for the page in any coding.
 */
export async function forKeeping(answer: Answer): Promise<Answer> {
  const etag = `W/"${createHash('sha1').update(answer.body).digest('base64url')}"`
  const fingerprinted = { ...answer, etag }
  const codings: Coding[] = isCompressible(answer) ? [...CODINGS, 'identity'] : ['identity']
  const representations: Answer['representations'] = {}
  await Promise.all(
    codings.map(async (coding) => {
      const body = await encoded(answer.body, coding, BROTLI_QUALITY.kept)
      representations[coding] = representation(fingerprinted, coding, body)
    }),
  )
  return { ...fingerprinted, representations }
}

/** Bytes that the bodies of an answer take in memory. */
export function bytesOf({ body, representations = {} }: Answer): number {
  let bytes = body.length
  for (const kept of Object.values(representations)) if (kept.body !== body) bytes += kept.body.length
  return bytes
}

/** A short answer of the server itself. */
export const plainAnswer = (status: number, text: string, headers: Headers = {}): Answer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers },
  body: Buffer.from(`${text}\n`),
})
