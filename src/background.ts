import type { Payload } from 'payload'
import { startBusyFeeds } from './booking/busy-feeds/refresh'
import { startMeetingSweeper } from './booking/follow-up/sweep'
import { startSweeper } from './leads/follow-up/sweep'
import { startDeliverer } from './mail/deliverer'
import { keepBackground } from './platform/background'
import { startJobs } from './platform/jobs'

/** Starts the work that one process of a site can do for all: the jobs, the deliverer of mail, the sweepers of messages
 * and meetings, the reader of calendars. */
export function startBackground(payload: Payload): void {
  keepBackground(
    startJobs(payload),
    startDeliverer(payload),
    startSweeper(payload),
    startMeetingSweeper(payload),
    startBusyFeeds(payload),
  )
}
