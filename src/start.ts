import config from '@payload-config'
import { getPayload } from 'payload'
import { startBackground } from './background'
import { ensureFirstAdmin } from './people/first-admin'
import { keepBackground } from './platform/background'
import { env } from './platform/env'
import { followInvalidations } from './platform/invalidation-tail'
import { outsideContext } from './platform/render-context'

/**
 * Starts what works in the background of a server process: Payload, the tail of invalidations and, unless
 * workers do it, the work in the background. No render context is around them: a timer started by a visitor's
 * request would keep that visitor's context.
 */
export async function start(): Promise<void> {
  const payload = await getPayload({ config })
  await ensureFirstAdmin(payload)
  outsideContext(() => {
    keepBackground(followInvalidations(payload))
    if (env().BACKGROUND === 'on') startBackground(payload)
  })
}
