import type { OutgoingHttpHeaders } from 'node:http'

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

/** Next's runtime and Payload's admin write inline scripts and styles. */
export const APP_POLICY = directives(
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'self'",
)

/** Headers of every answer. @param secure true when visitors come over HTTPS */
export const commonHeaders = (secure: boolean): OutgoingHttpHeaders => ({
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'SAMEORIGIN',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  ...(secure ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : {}),
})
