import type { IncomingMessage, ServerResponse } from 'node:http'
import { log } from '@/platform/log'
import { loggedPath } from '@/platform/routes'

/**
 * Writes a line for each request when its answer has left. Who asked is personal and stands nowhere.
 */
export function accessLog(): (req: IncomingMessage, res: ServerResponse, id: string) => void {
  const logger = log()
  if (!logger.isLevelEnabled('info')) return () => undefined
  return (req, res, id) => {
    const start = performance.now()
    res.once('close', () => {
      const path = loggedPath(req.url ?? '')
      const ms = Math.round((performance.now() - start) * 10) / 10
      logger.info({ id, method: req.method, path, status: res.statusCode, ms, whole: res.writableFinished }, 'request')
    })
  }
}
