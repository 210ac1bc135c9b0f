import { createHmac } from 'node:crypto'

/** Crockford's base 32: no letter that is mistaken for a digit on the telephone. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The form of a reference, for addresses. */
export const REFERENCE = /^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/

/**
 * What a sender quotes on the telephone: `7K3QM-9TZ2V`. Made from the key, so that a repeat gets the same one, and
 * keyed with the secret, so that nobody guesses another's (50 bits).
 */
export function referenceOf(secret: string, key: string): string {
  const digest = createHmac('sha256', secret).update(`reference ${key}`).digest()
  const characters = [...digest.subarray(0, 10)].map((byte) => ALPHABET[byte % 32]).join('')
  return `${characters.slice(0, 5)}-${characters.slice(5)}`
}
