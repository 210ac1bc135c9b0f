import { BlockList, isIP } from 'node:net'

/** IPv4 that is not the public internet: the registry of special-purpose addresses (RFC 6890 and its updates). */
const SPECIAL_IPV4: [network: string, bits: number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // Link-local, and with it the metadata services of most clouds.
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  // Multicast, what is reserved, and broadcast.
  ['224.0.0.0', 3],
  // Azure's channel between a machine and its host, a public address that is not.
  ['168.63.129.16', 32],
]

/** Parts of the global unicast range of IPv6 that lead elsewhere: Teredo and the like, documentation, 6to4. */
const SPECIAL_IPV6: [network: string, bits: number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

function listOf(networks: [string, number][], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList()
  for (const [network, bits] of networks) list.addSubnet(network, bits, family)
  return list
}

const special4 = listOf(SPECIAL_IPV4, 'ipv4')
const special6 = listOf(
  [
    ...SPECIAL_IPV6,
    // NAT64 (RFC 6052) ends in the IPv4 address that it leads to.
    ...SPECIAL_IPV4.map(([network, bits]): [string, number] => [`64:ff9b::${network}`, 96 + bits]),
  ],
  'ipv6',
)
const global6 = listOf(
  [
    ['2000::', 3],
    ['64:ff9b::', 96],
  ],
  'ipv6',
)

/**
 * True for an IP address of the public internet. Everything else is refused: private, loopback, link-local, shared,
 * multicast and unspecified addresses, those of documentation, and IPv6 that leads to any of them (mapped, 6to4,
 * NAT64). What IPv6 has not given out (IANA: all but 2000::/3) is refused too.
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !special4.check(address)
  // An address with a zone (`fe80::1%eth0`) is one of a link.
  if (family !== 6 || address.includes('%')) return false
  return global6.check(address, 'ipv6') && !special6.check(address, 'ipv6')
}
