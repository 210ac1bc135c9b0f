import type { Payload } from 'payload'
import type { Stop } from '@/platform/background'
import { repeat } from '@/platform/repeat'
import { finishErasures } from './erase'
import { expireNightly } from './retention'

const INTERVAL_MS = 10 * 60_000

/**
 * Removes by night what was kept long enough, and finishes erasures that a crash interrupted.
 * @returns a function that stops it, once what is under way is over
 */
export function startExpiry(payload: Payload): Stop {
  const stops = [
    repeat(payload, 'Finishing erasures', INTERVAL_MS, () => finishErasures(payload)),
    repeat(payload, 'Removing what was kept long enough', INTERVAL_MS, () => expireNightly(payload)),
  ]
  return async () => {
    await Promise.all(stops.map((stop) => stop()))
  }
}
