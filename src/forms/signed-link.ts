import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a signed link says when it comes back. Only `valid` names its document: the others prove nothing. */
export type LinkReading = { state: 'valid'; id: string; expiresAt: Date } | { state: 'expired' | 'broken' }

const FORMAT = /^([\w-]{1,64})\.([0-9a-z]{1,11})\.([\w-]{43})$/

/** HMAC-SHA-256 with a key for this purpose alone: a link for one thing opens nothing else. */
const signature = (secret: string, purpose: string, content: string) => {
  const key = createHmac('sha256', secret).update(`signed link ${purpose}`).digest()
  return createHmac('sha256', key).update(content).digest('base64url')
}

/**
 * A token by which whoever has it may do one thing with one document, until it expires: `id.expiry.signature`. Nothing
 * is stored, so it cannot be taken back: what it allows must be harmless twice.
 * @param secret the site's secret; with another one every link is broken
 * @param purpose what it is for, unique in the product
 * @param id of a document, made of letters, digits, `-` and `_`
 */
export function signLink(secret: string, purpose: string, id: string, expiresAt: Date): string {
  const content = `${id}.${expiresAt.getTime().toString(36)}`
  return `${content}.${signature(secret, purpose, content)}`
}

/** Reads a token back. It never throws, whatever is handed to it. */
export function readLink(secret: string, purpose: string, token: string, now: Date): LinkReading {
  const [, id = '', expiry = '', signed = ''] = FORMAT.exec(token) ?? []
  const expected = signature(secret, purpose, `${id}.${expiry}`)
  if (signed.length !== expected.length || !timingSafeEqual(Buffer.from(signed), Buffer.from(expected))) {
    return { state: 'broken' }
  }
  const expiresAt = new Date(Number.parseInt(expiry, 36))
  return now < expiresAt ? { state: 'valid', id, expiresAt } : { state: 'expired' }
}
