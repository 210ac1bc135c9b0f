import type { Payload } from 'payload'
import type { Stop } from './background'

/**
 * Does a piece of work at once and again and again, the next time that long (milliseconds) after the last ended. What it
 * throws is logged, and does not end the repetition.
 * @param what names the work in the log
 * @returns a function that stops it
 */
export function repeat(payload: Payload, what: string, everyMs: number, work: () => Promise<void>): Stop {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  async function tick(): Promise<void> {
    await work().catch((error) => payload.logger.error({ err: error, msg: `${what} failed` }))
    if (!stopped)
      timer = setTimeout(() => {
        underWay = tick()
      }, everyMs)
  }
  let underWay = tick()
  return () => {
    stopped = true
    clearTimeout(timer)
    return underWay
  }
}
