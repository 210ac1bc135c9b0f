import { newContext } from '@/platform/render-context'
import { FAILURE_PAGE } from '@/platform/routes'
import { type Answer, plainAnswer } from './answer'
import type { Renderer } from './renderer'

/**
 * The branded page of a failure, held in memory: when it is needed nothing can be rendered. It is rendered at start and
 * after each change of what it reads.
 */
export function failurePage(renderer: Pick<Renderer, 'render'>) {
  let current: Answer | undefined
  let dependencies = new Set<string>()

  async function refresh(): Promise<void> {
    const context = newContext({ keep: false })
    const answer = await renderer.render(FAILURE_PAGE, context)
    dependencies = context.dependencies
    const { 'Server-Timing': _, ...headers } = answer.headers
    current = { ...answer, headers: { ...headers, 'Cache-Control': 'no-store' } }
  }

  return {
    refresh,
    /** Renders anew if one of the tags stands on it; until then, and if that fails, the one before is kept. */
    invalidate(tags: Iterable<string>): void {
      for (const tag of tags) {
        if (dependencies.has(tag)) return void refresh().catch(() => undefined)
      }
    },
    answer(status: number, headers: Record<string, string> = {}): Answer {
      if (!current) return plainAnswer(status, 'Something went wrong on our side. Please try again.', headers)
      return { ...current, status, headers: { ...current.headers, ...headers } }
    },
  }
}

export type FailurePage = ReturnType<typeof failurePage>
