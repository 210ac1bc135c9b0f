import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { LRUCache } from 'lru-cache'
import { type Answer, CODINGS, type Coding, type Representation, represent, type StreamedAnswer } from './answer'
import { flat } from './headers'

/** Browsers send a handful of different ones, so what they mean is read once. */
const readBefore = new LRUCache<string, readonly Coding[]>({ max: 200 })

/** The codings of ours that an `Accept-Encoding` (RFC 9110, section 12.5.3) allows, the best first. */
export function acceptedCodings(header: string | undefined): readonly Coding[] {
  if (!header) return []
  const before = readBefore.get(header)
  if (before) return before
  const weights = new Map<string, number>()
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim())
    const quality = parameters.find((parameter) => parameter.startsWith('q='))
    weights.set(name, quality ? Number(quality.slice(2)) : 1)
  }
  const accepted = CODINGS.filter((coding) => (weights.get(coding) ?? weights.get('*') ?? 0) > 0)
  readBefore.set(header, accepted)
  return accepted
}

function keptRepresentation(answer: Answer, accepted: readonly Coding[]): Representation | undefined {
  for (const coding of accepted) {
    const kept = answer.representations?.[coding]
    if (kept) return kept
  }
  return answer.representations?.identity
}

/** True if the visitor has this very page; compared weakly, since a proxy that compresses marks tags as weak. */
const isHeld = (req: IncomingMessage, { etag, status }: Answer) =>
  etag !== undefined && status === 200 && (req.headers['if-none-match']?.includes(etag.slice(2)) ?? false)

function write(req: IncomingMessage, res: ServerResponse, answer: Answer, ready: Representation, extra: string[]) {
  if (isHeld(req, answer)) {
    res.writeHead(304, flat({ ...answer.headers, etag: answer.etag as string, vary: 'Accept-Encoding' }).concat(extra))
    res.end()
    return
  }
  res.writeHead(answer.status, ready.fields.concat(extra))
  if (req.method === 'HEAD') res.end()
  else res.end(ready.body)
}

/**
 * Sends an answer: compressed as the visitor takes it, without a body to HEAD, and 304 to one who has it already.
 * @param extra header fields of this answer alone, as a flat list
 */
export async function send(
  req: IncomingMessage,
  res: ServerResponse,
  answer: Answer | StreamedAnswer,
  extra: string[],
): Promise<void> {
  if ('stream' in answer) {
    res.writeHead(answer.status, flat(answer.headers).concat(extra))
    if (req.method === 'HEAD') {
      answer.stream.destroy()
      res.end()
      return
    }
    await pipeline(answer.stream, res)
    return
  }
  const accepted = acceptedCodings(req.headers['accept-encoding'] as string | undefined)
  const ready = keptRepresentation(answer, accepted) ?? (await represent(answer, accepted))
  write(req, res, answer, ready, extra)
}
