import { isIPv6 } from 'node:net'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { processState } from '@/platform/process-state'

const MESSAGES = 10
const PERIOD_S = 600

const limiter = () =>
  processState('leads.limiter', () => new RateLimiterMemory({ points: MESSAGES, duration: PERIOD_S }))

/** The eight groups of an IPv6 address, written out: `2001:db8::1` → `2001`, `db8`, `0`, … */
function groupsOf(address: string): string[] {
  const [start = [], end] = address.split('::').map((side) => side.split(':').filter(Boolean))
  if (!end) return start
  return [...start, ...Array<string>(Math.max(0, 8 - start.length - end.length)).fill('0'), ...end]
}

/**
 * What shares a limit: an IPv4 address, or an IPv6 network of 64 bits, because one customer has at least that many
 * addresses. An IPv4 address in IPv6 form (`::ffff:192.0.2.1`) is the IPv4 address.
 */
export function networkOf(address: string): string {
  const plain = address.split('%', 1)[0]?.toLowerCase() ?? ''
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)
  if (mapped?.[1]) return mapped[1]
  if (!isIPv6(plain)) return plain
  const network = groupsOf(plain).slice(0, 4)
  return `${network.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}

/** Not `instanceof`: the limiter may have been made by another bundle of this process, with a class of its own. */
function waitOf(refusal: unknown): number | undefined {
  const isRefusal = typeof refusal === 'object' && refusal !== null && 'msBeforeNext' in refusal
  return isRefusal ? Math.max(1, Math.ceil(Number(refusal.msBeforeNext) / 1000)) : undefined
}

/**
 * Takes one of the messages an address may send: ten in ten minutes, counted in this process.
 * @returns seconds until the next one, or 0 if it may be sent now.
 */
export async function takeSlot(address: string): Promise<number> {
  try {
    await limiter().consume(networkOf(address))
    return 0
  } catch (refusal) {
    const wait = waitOf(refusal)
    if (wait === undefined) throw refusal
    return wait
  }
}
