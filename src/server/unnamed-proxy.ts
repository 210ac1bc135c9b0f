import type { IncomingMessage } from 'node:http'
import { type BlockList, isIP } from 'node:net'
import { isTrustedProxy, plainAddress } from '@/platform/client-address'
import { log } from '@/platform/log'
import { isPublicAddress } from '@/platform/public-address'

/**
 * Looks for a proxy of our own network whose word is not believed: to us all its visitors are one, so that they share
 * the limits of one, and some of them are held or refused for what others send. Says so once.
 * @param warn tells the operator
 */
export function unnamedProxies(
  proxies: BlockList,
  warn: (peer: string) => void = (peer) =>
    log().warn(
      { peer },
      'A proxy names its visitors in X-Forwarded-For and is not believed, so all of them share one limit: add its address to TRUSTED_PROXIES',
    ),
) {
  let isTold = false
  return ({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>): void => {
    if (isTold || headers['x-forwarded-for'] === undefined) return
    const peer = plainAddress(socket.remoteAddress ?? '')
    if (isIP(peer) === 0 || isPublicAddress(peer) || isTrustedProxy(peer, proxies)) return
    isTold = true
    warn(peer)
  }
}
