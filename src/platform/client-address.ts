import { type BlockList, isIP } from 'node:net'

/** The header in which the door tells the app who asks; whatever a visitor sends in it is overwritten. */
export const CLIENT_ADDRESS = 'x-client-address'

/** `::ffff:192.0.2.1` is the IPv4 address of a peer on a socket that takes both. */
export const plainAddress = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '')

export const isTrustedProxy = (address: string, proxies: BlockList): boolean =>
  isIP(address) !== 0 && proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')

/**
 * Whose request this is: the peer of the socket, or, while that is a proxy we trust, the last address of
 * `X-Forwarded-For` that is not one. Everything left of it is the visitor's own word.
 */
export function addressOf(peer: string | undefined, forwardedFor: string | undefined, proxies: BlockList): string {
  const hops = (forwardedFor ?? '').split(',').map((hop) => plainAddress(hop.trim()))
  let address = plainAddress(peer ?? '')
  while (isTrustedProxy(address, proxies)) {
    const before = hops.pop()
    if (!before || isIP(before) === 0) break
    address = before
  }
  return address
}

/** The address of whoever sent the request, as the door found it; empty when the door did not see the request. */
export const clientAddress = (headers: Headers): string => headers.get(CLIENT_ADDRESS) ?? ''
