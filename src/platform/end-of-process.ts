import type { Stop } from './background'
import { log } from './log'

/** Less than the ten seconds after which Docker and others kill a process that they asked to end. */
const LIMIT_MS = 8_000

/**
 * Ends what a process does, step by step; a step that fails is logged and does not keep the next from being taken.
 * @param limitMs how long all steps may take together, in milliseconds
 * @returns `late` when time was up before the last step was over
 */
export async function endOfProcess(steps: Stop[], limitMs = LIMIT_MS): Promise<'done' | 'failed' | 'late'> {
  async function all(): Promise<'done' | 'failed'> {
    let end: 'done' | 'failed' = 'done'
    for (const step of steps) {
      await step().catch((error) => {
        end = 'failed'
        log().error({ err: error }, 'Ending failed')
      })
    }
    return end
  }
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, limitMs, 'late')
  })
  try {
    return await Promise.race([all(), limit])
  } finally {
    clearTimeout(timer)
  }
}

/** Takes these steps when the process is asked to end (SIGTERM, SIGINT), and ends it. */
export function endOnSignal(steps: Stop[]): void {
  const end = async () => {
    if ((await endOfProcess(steps)) === 'late') log().warn('Time was up before all work was over')
    process.exit(0)
  }
  // Both come together from a terminal that ends npm and its child; the second must not begin again.
  let ending: Promise<void> | undefined
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      ending ??= end()
    })
  }
}
