const MINUTE_MS = 60_000

/** Minutes to wait after the first, second, … attempt that failed. */
const DELAYS = [1, 5, 30, 2 * 60, 8 * 60, 24 * 60]

/**
 * When to try a mail again after so many failed attempts: within a tenth of the planned delay, so that mails which
 * failed together do not come back together.
 * @param random from 0 to 1
 * @returns undefined when it is time to give up
 */
export function nextAttempt(failedAttempts: number, now: Date, random: number): Date | undefined {
  const delay = DELAYS[failedAttempts - 1]
  return delay === undefined ? undefined : new Date(now.getTime() + delay * MINUTE_MS * (0.9 + 0.2 * random))
}
