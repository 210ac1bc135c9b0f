import { BlockList } from 'node:net'
import { expect, test } from 'vitest'
import { addressOf, clientAddress } from './client-address'

const nobody = new BlockList()
const ours = new BlockList()
ours.addSubnet('10.0.0.0', 8, 'ipv4')
ours.addAddress('2001:db8::1', 'ipv6')

test('by default nobody is believed', () => {
  expect(addressOf('203.0.113.1', '198.51.100.9', nobody)).toBe('203.0.113.1')
})

test('a peer that is no proxy of ours is not believed', () => {
  expect(addressOf('203.0.113.1', '198.51.100.9', ours)).toBe('203.0.113.1')
})

test('of a list the last address that is no proxy of ours counts, whatever a visitor wrote before it', () => {
  expect(addressOf('10.0.0.1', '198.51.100.9', ours)).toBe('198.51.100.9')
  expect(addressOf('10.0.0.1', '1.1.1.1, 198.51.100.9, 10.2.3.4', ours)).toBe('198.51.100.9')
  expect(addressOf('2001:db8::1', '2001:db8:ffff::7', ours)).toBe('2001:db8:ffff::7')
})

test('an IPv4 peer on a socket that takes both is the same peer', () => {
  expect(addressOf('::ffff:10.0.0.1', '198.51.100.9', ours)).toBe('198.51.100.9')
  expect(addressOf('::ffff:203.0.113.1', '198.51.100.9', ours)).toBe('203.0.113.1')
  expect(addressOf('10.0.0.1', '::ffff:198.51.100.9', ours)).toBe('198.51.100.9')
})

test('what is no address ends the search at the proxy that sent it', () => {
  for (const forwarded of [undefined, '', 'unknown', '_hidden', '198.51.100.9, x', '198.51.100.9:80']) {
    expect(addressOf('10.0.0.1', forwarded, ours), forwarded).toBe('10.0.0.1')
  }
})

test('proxies alone leave the first of them', () => {
  expect(addressOf('10.0.0.1', '10.0.0.3, 10.0.0.2', ours)).toBe('10.0.0.3')
})

test('a route reads what the door found', () => {
  expect(clientAddress(new Headers({ 'x-client-address': '198.51.100.9', 'x-forwarded-for': '1.1.1.1' }))).toBe(
    '198.51.100.9',
  )
  expect(clientAddress(new Headers())).toBe('')
})
