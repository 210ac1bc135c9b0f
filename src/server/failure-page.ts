import { log } from '@/platform/log'
import { newContext } from '@/platform/render-context'
import { FAILURE_PAGE } from '@/platform/routes'
import { type Answer, plainAnswer } from './answer'
import type { Headers } from './headers'
import type { Renderer } from './renderer'

/** The first render of a process loads the app's code too. */
const FIRST_RENDER_LIMIT_MS = 120_000

/**
 * The branded page of a failure, held in memory: when it is needed nothing can be rendered. It is rendered at start and
 * after each change of what it reads.
 */
export function failurePage({ render }: Pick<Renderer, 'render'>) {
  let current: Answer | undefined
  let dependencies: ReadonlySet<string> = new Set()
  let underWay: Promise<void> | undefined
  let isStale = false

  async function renderOnce(): Promise<void> {
    const context = newContext({ keep: false })
    const answer = await render(FAILURE_PAGE, context, {}, { limitMs: FIRST_RENDER_LIMIT_MS })
    if ('stream' in answer) throw new Error(`${FAILURE_PAGE} is not a page`)
    const { 'server-timing': _, ...headers } = answer.headers
    dependencies = context.dependencies
    current = { ...answer, headers: { ...headers, 'cache-control': 'no-store' } }
  }

  /** Renders until nothing has changed meanwhile; writes that follow each other share a render. */
  async function refresh(): Promise<void> {
    isStale = true
    underWay ??= (async () => {
      try {
        while (isStale) {
          isStale = false
          await renderOnce()
        }
      } catch (error) {
        log().error({ err: error }, 'The page for failures could not be rendered')
      } finally {
        underWay = undefined
      }
    })()
    await underWay
  }

  return {
    /** Renders the page; when that fails, the one before stays. Until there is one, a plain text stands for it. */
    refresh,

    /** Renders anew if one of the tags stands on it; while it renders, what it reads is not known yet. */
    invalidate(tags: Iterable<string>): void {
      if (underWay || [...tags].some((tag) => dependencies.has(tag))) void refresh()
    },

    answer(status: number, extra: Headers = {}): Answer {
      if (current) return { ...current, status, headers: { ...current.headers, ...extra } }
      void refresh()
      return plainAnswer(status, 'Something went wrong on our side. Please try again.', extra)
    },
  }
}

export type FailurePage = ReturnType<typeof failurePage>
