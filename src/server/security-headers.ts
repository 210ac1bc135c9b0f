import type { Headers } from './headers'

const directives = (...list: string[]) => list.join('; ')

/** Documents have no inline script and no inline style, so nothing of either is allowed. */
export const DOCUMENT_POLICY = directives(
  "default-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
)

/** Pages with scripts: Next's runtime writes inline ones, and inline styles. */
export const SCRIPTED_POLICY = directives(
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
)

/** Payload's admin: previews of uploads are blobs, and its code editor runs in a worker. */
export const ADMIN_POLICY = directives(
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'self'",
)

/**
 * Header fields of every answer.
 * @param secure true when visitors come over HTTPS
 * @param hidden true for a site that search engines leave out, whatever a page says
 */
export const commonHeaders = (secure: boolean, hidden = false): Headers => ({
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'SAMEORIGIN',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  // Without `includeSubDomains`: we do not know what else an agency serves under its name.
  ...(hidden ? { 'X-Robots-Tag': 'noindex' } : {}),
  ...(secure ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
})
