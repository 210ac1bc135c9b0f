import config from '@payload-config'
import { getPayload } from 'payload'
import { startSweeper } from './leads/follow-up/sweep'
import { startDeliverer } from './mail/deliverer'
import { ensureFirstAdmin } from './people/first-admin'
import { keepBackground } from './platform/background'
import { followInvalidations } from './platform/invalidation-tail'
import { startJobs } from './platform/jobs'
import { outsideContext } from './platform/render-context'

/**
 * Starts what works in the background of a server process: Payload, the tail of invalidations, the jobs, the
 * deliverer of mail and the sweeper of messages. No render context is around them: a timer started by a visitor's
 * request would keep that visitor's context.
 */
export async function start(): Promise<void> {
  const payload = await getPayload({ config })
  await ensureFirstAdmin(payload)
  outsideContext(() => {
    keepBackground(followInvalidations(payload), startJobs(payload), startDeliverer(payload), startSweeper(payload))
  })
}
