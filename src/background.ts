import type { Payload } from 'payload'
import { startBusyFeeds } from './booking/busy-feeds/refresh'
import { startMeetingSweeper } from './booking/follow-up/sweep'
import { startSweeper } from './leads/follow-up/sweep'
import { startExpiry } from './leads/privacy/expiry'
import { startDeliverer } from './mail/deliverer'
import { startFailedDigest } from './mail/failed-digest'
import { keepBackground } from './platform/background'
import { startJobs } from './platform/jobs'

/** Starts the work that one process of a site can do for all. */
export function startBackground(payload: Payload): void {
  keepBackground(
    startJobs(payload),
    startDeliverer(payload),
    startSweeper(payload),
    startMeetingSweeper(payload),
    startExpiry(payload),
    startBusyFeeds(payload),
    startFailedDigest(payload),
  )
}
