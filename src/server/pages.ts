import { LRUCache } from 'lru-cache'
import { newContext, type RenderContext } from '@/platform/render-context'
import { type Answer, forKeeping } from './answer'
import type { InnerRequest } from './inner-server'
import type { PageCache } from './page-cache'
import type { Rendered, Renderer } from './renderer'

type Render = { context: RenderContext; answer: Promise<Rendered> }

/** A visitor waits for other renders this often, under writes that follow each other, before they get their own. */
const MOST_WAITS = 2

/** A form may be stored when its answer is late: whoever sent it is told that it failed only when waiting longer is no use. */
const FORM = { lane: 'forms', limitMs: 120_000 } as const

/** What the render cost is said to whoever waited for it, not to those who get the page from memory. */
function withoutTiming<T extends Rendered>(answer: T): T {
  const { 'server-timing': _, ...headers } = answer.headers
  return { ...answer, headers }
}

/** Pages from memory, or rendered once for all who wait for them. */
export function pages({ render }: Pick<Renderer, 'render'>, cache: PageCache) {
  const underWay = new Map<string, Render>()
  /** Addresses whose last answer was its visitor's own (a form with its ticket): nobody waits for another's. */
  const unshared = new LRUCache<string, true>({ max: 1000 })

  /** How often a page came from memory, and how often it did not. */
  const traffic = { hits: 0, misses: 0 }

  async function rendered(key: string, context: RenderContext): Promise<Rendered> {
    const answer = await render(key, context)
    if ('stream' in answer || !cache.mayKeep(context, answer)) {
      if (context.keep === false || context.invalidated.size === 0) unshared.set(key, true)
      return answer
    }
    unshared.delete(key)
    const kept = await forKeeping(withoutTiming(answer))
    // Asked again: something may have changed while it was being compressed.
    if (cache.mayKeep(context, answer)) cache.keep(key, context, kept)
    return { ...answer, etag: kept.etag }
  }

  async function begin(key: string, id?: string): Promise<Rendered> {
    traffic.misses += 1
    const context = newContext({ id })
    cache.begin(context)
    const mine: Render = { context, answer: rendered(key, context) }
    underWay.set(key, mine)
    try {
      return await mine.answer
    } finally {
      cache.end(context)
      if (underWay.get(key) === mine) underWay.delete(key)
    }
  }

  function hit(key: string): Answer | undefined {
    const kept = cache.get(key)
    if (kept) traffic.hits += 1
    return kept
  }

  return {
    traffic,

    /** The page at an address, the same for every visitor. @param id of the request, which its render carries */
    async page(key: string, id?: string): Promise<Rendered> {
      for (let waits = 0; waits < MOST_WAITS; waits++) {
        const kept = hit(key)
        if (kept) return kept
        const other = underWay.get(key)
        // One that began before a write must not answer who came after it.
        if (!other || other.context.invalidated.size > 0 || unshared.has(key)) break
        await other.answer
      }
      return hit(key) ?? begin(key, id)
    },

    /**
     * The page with the drafts that a signed-in person may see, and with scripts for the live preview; nobody else
     * gets it. A refresh of the live preview asks for flight data, by header fields of Next's.
     */
    preview(target: string, headers: InnerRequest['headers'], id?: string): Promise<Rendered> {
      return render(target, newContext({ id, preview: true, keep: false, scripts: true }), { headers })
    },

    /** Hands a form to its route; answers as that does, or with the page it names, rendered with what was typed. */
    async form(path: string, request: InnerRequest, id?: string): Promise<Rendered> {
      const context = newContext({ id, keep: false })
      const answer = await render(path, context, { ...request, method: 'POST' }, FORM)
      if (!context.renderInstead) return answer
      const { url, status, form } = context.renderInstead
      const page = await render(url, newContext({ id, keep: false, status, form }), {}, FORM)
      const retry = answer.headers['retry-after']
      return retry ? { ...page, headers: { ...page.headers, 'retry-after': retry } } : page
    },
  }
}

export type Pages = ReturnType<typeof pages>
