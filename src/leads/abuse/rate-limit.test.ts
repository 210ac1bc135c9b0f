import { describe, expect, it } from 'vitest'
import { networkOf, takeSlot } from './rate-limit'

describe('the network that shares a limit', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:0:1:2:3:4:5', '2001:db8:0:1::/64'],
    ['2001:DB8::1', '2001:db8:0:0::/64'],
    ['2001:0db8:0000:0001::9', '2001:db8:0:1::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['unknown', 'unknown'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})

describe('one network', () => {
  it('may send ten messages, then has to wait, and others do not', async () => {
    const waits = []
    for (let n = 0; n < 11; n++) waits.push(await takeSlot(`2001:db8:1:1::${n}`))
    expect(waits.slice(0, 10)).toEqual(Array(10).fill(0))
    expect(waits[10]).toBeGreaterThan(500)
    expect(waits[10]).toBeLessThanOrEqual(600)
    expect(await takeSlot('2001:db8:1:2::1')).toBe(0)
  })
})
