import type { Payload } from 'payload'
import type { Stop } from '@/platform/background'
import { env } from '@/platform/env'
import { processState } from '@/platform/process-state'
import { deliverDue } from './deliver'
import { type MailTransport, mailTransport } from './transport'

/** Mail that another process owes, or whose time has come, is found this often. */
const POLL_MS = 5_000

/** An attempt under way when the deliverer stops may take this much longer: the process ends after a few seconds. */
const STOP_LIMIT_MS = 3_000

const signal = () => processState('mail.signal', () => ({ wake: () => {} }))

/** Tells the deliverer of this process that a mail was just written to the outbox. */
export function wakeDeliverer(): void {
  signal().wake()
}

/**
 * Delivers the outbox in the background.
 * @param stopLimitMs how long attempts under way may take once it is stopped; those that take longer are given up and
 * tried again at the next start
 * @returns a function that stops it, once what is under way is over and its result is written
 */
export function startDeliverer(
  payload: Payload,
  transport: MailTransport = mailTransport(env()),
  stopLimitMs = STOP_LIMIT_MS,
): Stop {
  const ending = new AbortController()
  let stopped = false
  let woken = false
  let wakeUp = () => {}
  signal().wake = () => {
    woken = true
    wakeUp()
  }
  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, POLL_MS)
      wakeUp = () => {
        clearTimeout(timer)
        resolve()
      }
      // A signal that came while the last batch was under way must not wait for the next poll.
      if (woken || stopped) wakeUp()
    })

  async function run(): Promise<void> {
    while (!stopped) {
      woken = false
      const tried = await deliverDue(payload, transport, ending.signal).catch((error) => {
        payload.logger.error({ err: error, msg: 'Delivering mail failed' })
        return 0
      })
      if (tried === 0) await pause()
    }
  }
  const running = run()
  return () => {
    stopped = true
    wakeUp()
    const limit = setTimeout(() => ending.abort(), stopLimitMs)
    return running.finally(() => clearTimeout(limit))
  }
}
