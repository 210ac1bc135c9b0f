import type { Socket } from 'node:net'
import { BlockList } from 'node:net'
import { expect, test } from 'vitest'
import { unnamedProxies } from './unnamed-proxy'

const trusted = new BlockList()
trusted.addAddress('10.0.0.2')

/** The peers that are told of, when these send a request, with or without the field. */
function toldOf(...requests: [peer: string, forwardedFor?: string][]): string[] {
  const told: string[] = []
  const watch = unnamedProxies(trusted, (peer) => told.push(peer))
  for (const [remoteAddress, forwardedFor] of requests) {
    const headers = forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor }
    watch({ headers, socket: { remoteAddress } as Socket })
  }
  return told
}

test('a proxy of our own network that nobody has named is told of, once', () => {
  expect(toldOf(['::ffff:10.0.0.3', '203.0.113.7'], ['10.0.0.3', '203.0.113.8'], ['127.0.0.1', '::1'])).toEqual([
    '10.0.0.3',
  ])
})

test.each([
  ['one that is believed', '10.0.0.2', '203.0.113.7'],
  ['a visitor who writes the field', '9.9.9.9', '203.0.113.7'],
  ['a neighbour who asks directly', '10.0.0.3', undefined],
])('%s is not', (_, peer, forwardedFor) => {
  expect(toldOf([peer, forwardedFor])).toEqual([])
})
