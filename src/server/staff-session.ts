import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** Payload signs with a digest of the secret, not with the secret itself. */
const signingKey = (secret: string) => createHash('sha256').update(secret).digest('hex').slice(0, 32)

const parsed = (part: string): Record<string, unknown> => JSON.parse(Buffer.from(part, 'base64url').toString())

/** The cookie of a session among those of a request, as `name=value`; undefined when there is none. */
const sessionCookie = (cookies: string | undefined) =>
  cookies
    ?.split(';')
    .map((cookie) => cookie.trim())
    .find((cookie) => cookie.startsWith('payload-token='))

/**
 * The session cookie of a request, if its token (a JWT signed with HS256, RFC 7519) is genuine and has not expired.
 * A made-up one buys nothing, least of all a render past the cache. Whether the session still stands, Payload decides.
 */
export function staffSession(cookies: string | undefined, secret: string, now = Date.now()): string | undefined {
  const cookie = sessionCookie(cookies)
  const [header, payload, signature] = cookie?.slice('payload-token='.length).split('.') ?? []
  if (!cookie || !header || !payload || !signature) return undefined
  const expected = createHmac('sha256', signingKey(secret)).update(`${header}.${payload}`).digest()
  const given = Buffer.from(signature, 'base64url')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
  try {
    const isSigned = parsed(header).alg === 'HS256'
    const expires = parsed(payload).exp
    return isSigned && typeof expires === 'number' && expires * 1000 > now ? cookie : undefined
  } catch {
    return undefined
  }
}
