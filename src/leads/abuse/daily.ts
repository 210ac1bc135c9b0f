import type { Payload } from 'payload'
import { digestDay } from '@/platform/digest-day'
import { oncePerDay } from '@/platform/once-per-day'
import { zoneOrUtc } from '@/platform/time-zone'
import { oweDigests } from './held-digest'
import { removeOldSpam } from './old-spam'

/**
 * What is done about held messages once a day, by the site's calendar and in one of all processes: new ones are listed
 * to people, and spam goes when its time is over. To be called again and again: it knows when the day's work is done.
 */
export async function doDailyWork(payload: Payload, now = new Date()): Promise<void> {
  const { timeZone } = await payload.findGlobal({ slug: 'settings', depth: 0 })
  const day = digestDay(now, zoneOrUtc(timeZone))
  if (!day) return
  await oncePerDay(payload, 'held messages', day, async () => {
    await oweDigests(payload, day, now)
    await removeOldSpam(payload, now)
  })
}
