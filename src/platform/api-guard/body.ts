import type { Refusal } from './refusal'
import { badRequest } from './refusal'

/** Far more than the longest article, far less than what makes parsing slow. */
const MAX_TEXT_BYTES = 4 * 1024 * 1024

/** A content type without its parameters, in the one spelling that Payload knows. */
export const mediaType = (headers: Headers) =>
  (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''

/** The boundary of RFC 2046: without one a multipart body cannot be read. */
export const hasBoundary = (headers: Headers) =>
  /;\s*boundary=("[^"\r\n]{1,70}"|[^\s";,]{1,70})/i.test(headers.get('content-type') ?? '')

/** The text of a body, as UTF-8 and nothing else. */
export async function readText(request: Request): Promise<{ text: string } | { refusal: Refusal }> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > MAX_TEXT_BYTES) return { refusal: { status: 413, message: 'The body is too large' } }
    chunks.push(chunk)
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)) }
  } catch {
    return { refusal: badRequest('The body is not valid UTF-8') }
  }
}

/** The value of a JSON text, or why it has none. */
export function parseJson(text: string): { value: unknown } | { refusal: Refusal } {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return { refusal: badRequest('The body is not valid JSON') }
  }
}
