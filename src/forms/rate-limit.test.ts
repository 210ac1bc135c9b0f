import { describe, expect, it } from 'vitest'
import { originOf, takeSlot } from './rate-limit'

describe('the address and network that share a limit', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7', '192.0.2.0/24'],
    ['::ffff:192.0.2.7', '192.0.2.7', '192.0.2.0/24'],
    ['2001:db8:0:1:2:3:4:5', '2001:db8:0:1::/64', '2001:db8:0::/48'],
    ['2001:DB8::1', '2001:db8:0:0::/64', '2001:db8:0::/48'],
    ['2001:0db8:0000:0001::9', '2001:db8:0:1::/64', '2001:db8:0::/48'],
    ['::1', '0:0:0:0::/64', '0:0:0::/48'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64', 'fe80:0:0::/48'],
    ['unknown', 'unknown', 'unknown'],
  ])('of %s are %s and %s', (sender, address, network) => {
    expect(originOf(sender)).toEqual({ address, network })
  })
})

/** How many of each state a number of messages gets, sent one after the other. */
async function take(count: number, sender: (n: number) => string) {
  const states = []
  for (let n = 0; n < count; n++) states.push((await takeSlot(sender(n))).state)
  return states.join(' ').replaceAll(/(\w+)(?: \1\b)*/g, (run, state) => `${run.split(' ').length} ${state}`)
}

describe('one address', () => {
  it('may send ten messages freely and fifty more that are held; then it has to wait', async () => {
    expect(await take(62, (n) => `2001:db8:1:1::${n}`)).toBe('10 free 50 many 2 flood')
    const slot = await takeSlot('2001:db8:1:1::99')
    const wait = slot.state === 'flood' ? slot.retryAfterSeconds : 0
    expect(wait).toBeGreaterThan(500)
    expect(wait).toBeLessThanOrEqual(600)
  })

  it('does not keep its neighbour from writing, nor the network next to it', async () => {
    expect(await take(12, () => '198.51.100.1')).toBe('10 free 2 many')
    expect(await take(1, () => '198.51.100.2')).toBe('1 free')
    expect(await take(1, () => '198.51.101.1')).toBe('1 free')
  })
})

describe('one network', () => {
  it('may send forty messages freely and two hundred more that are held; then all of it has to wait', async () => {
    expect(await take(242, (n) => `203.0.113.${n}`)).toBe('40 free 200 many 2 flood')
    expect(await take(1, () => '203.0.114.1')).toBe('1 free')
  })

  it('is not charged for what one of its addresses is refused', async () => {
    expect(await take(400, () => '192.0.2.1')).toBe('10 free 50 many 340 flood')
    expect(await take(181, (n) => `192.0.2.${n + 2}`)).toBe('180 many 1 flood')
  })
})
