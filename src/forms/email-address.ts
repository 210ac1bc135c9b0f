import { domainToASCII } from 'node:url'

/** One e-mail address. */
export type EmailAddress = {
  /** What a mail server is given: the part before the @ as typed, the domain in lower-case ASCII (RFC 5891). */
  address: string
  /** What people are recognised by: all of it in lower case. */
  identity: string
}

/** Dot-atom of RFC 5322, with letters of every script (RFC 6531). Quoted local parts are refused: they carry tricks. */
const ATOM = "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+"
const LOCAL_PART = new RegExp(`^${ATOM}(?:\\.${ATOM})*$`, 'u')

/** Checked before `domainToASCII`, which would decode `%2e` and repair what is no domain at all. */
const DOMAIN = /^[\p{L}\p{M}\p{N}.-]+$/u
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/**
 * Reads one e-mail address. Lists, display names, control characters and line breaks are not part of one.
 * Lengths are those of RFC 5321: 64 octets before the @, 254 in all.
 * @returns undefined if mail cannot be sent to it.
 */
export function parseEmailAddress(typed: string): EmailAddress | undefined {
  const at = typed.lastIndexOf('@')
  const local = typed.slice(0, at)
  const domain = typed.slice(at + 1)
  if (at < 1 || !LOCAL_PART.test(local) || !DOMAIN.test(domain)) return undefined

  const asciiDomain = domainToASCII(domain.toLowerCase())
  const labels = asciiDomain.split('.')
  const isNumeric = /^\d+$/.test(labels.at(-1) ?? '')
  if (labels.length < 2 || isNumeric || !labels.every((label) => LABEL.test(label))) return undefined

  const address = `${local}@${asciiDomain}`
  if (Buffer.byteLength(local) > 64 || Buffer.byteLength(address) > 254) return undefined
  return { address, identity: address.toLowerCase() }
}
