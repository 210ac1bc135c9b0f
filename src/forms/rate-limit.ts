import { isIPv4, isIPv6 } from 'node:net'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { processState } from '@/platform/process-state'

const PERIOD_S = 600

/** In a period, more than `hold` messages are held, and only beyond `flood` is one refused: a disk has an end. */
const PER_ADDRESS = { hold: 10, flood: 60 }
const PER_NETWORK = { hold: 40, flood: 240 }

type Limits = typeof PER_ADDRESS

/** `many`: may be stored, and is to be held. `flood`: is not stored; the next one may be in so many seconds. */
export type Slot = { state: 'free' | 'many' } | { state: 'flood'; retryAfterSeconds: number }

const limiterOf = (name: string, { flood }: Limits) =>
  processState(`forms.limiter.${name}`, () => new RateLimiterMemory({ points: flood, duration: PERIOD_S }))

/** The eight groups of an IPv6 address, written out: `2001:db8::1` → `2001`, `db8`, `0`, … */
function groupsOf(address: string): string[] {
  const [start = [], end] = address.split('::').map((side) => side.split(':').filter(Boolean))
  if (!end) return start
  return [...start, ...Array<string>(Math.max(0, 8 - start.length - end.length)).fill('0'), ...end]
}

/** Who shares a limit: an address, as far as one customer has several, and the network around it. */
export type Origin = { address: string; network: string }

/**
 * An IPv4 address in its network of 24 bits, or an IPv6 network of 64 bits, which is the least that one customer has, in
 * its network of 48 bits. An IPv4 address in IPv6 form (`::ffff:192.0.2.1`) is the IPv4 address.
 */
export function originOf(address: string): Origin {
  const plain = address.split('%', 1)[0]?.toLowerCase() ?? ''
  const ipv4 = plain.replace(/^::ffff:(?=\d+\.)/, '')
  if (isIPv4(ipv4)) return { address: ipv4, network: `${ipv4.split('.').slice(0, 3).join('.')}.0/24` }
  if (!isIPv6(plain)) return { address: plain, network: plain }
  const groups = groupsOf(plain).map((group) => Number.parseInt(group, 16).toString(16))
  return { address: `${groups.slice(0, 4).join(':')}::/64`, network: `${groups.slice(0, 3).join(':')}::/48` }
}

/** Not `instanceof`: the limiter may have been made by another bundle of this process, with a class of its own. */
function waitOf(refusal: unknown): number | undefined {
  const isRefusal = typeof refusal === 'object' && refusal !== null && 'msBeforeNext' in refusal
  return isRefusal ? Math.max(1, Math.ceil(Number(refusal.msBeforeNext) / 1000)) : undefined
}

async function take(name: string, limits: Limits, key: string): Promise<Slot> {
  try {
    const { consumedPoints } = await limiterOf(name, limits).consume(key)
    return { state: consumedPoints > limits.hold ? 'many' : 'free' }
  } catch (refusal) {
    const retryAfterSeconds = waitOf(refusal)
    if (retryAfterSeconds === undefined) throw refusal
    return { state: 'flood', retryAfterSeconds }
  }
}

/**
 * Takes one of the messages that an address and its network may send in ten minutes, counted in this process. What an
 * address is refused does not count for its network, whose other people may go on.
 */
export async function takeSlot(sender: string): Promise<Slot> {
  const { address, network } = originOf(sender)
  const own = await take('address', PER_ADDRESS, address)
  if (own.state === 'flood') return own
  const shared = await take('network', PER_NETWORK, network)
  return shared.state === 'free' ? own : shared
}
