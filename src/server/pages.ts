import { newContext, type RenderContext } from '@/platform/render-context'
import { type Answer, forKeeping } from './answer'
import type { PageCache } from './page-cache'
import type { Renderer, RenderRequest } from './renderer'

type Render = { context: RenderContext; answer: Promise<Answer> }

/** Pages from memory, or rendered once for all who wait for them. */
export function pages(renderer: Pick<Renderer, 'render'>, cache: PageCache) {
  const underWay = new Map<string, Render>()

  async function rendered(key: string, context: RenderContext): Promise<Answer> {
    const answer = await renderer.render(key, context)
    if (!cache.mayKeep(context, answer)) return answer
    const kept = await forKeeping(answer)
    // Asked again: something may have changed while it was being compressed.
    if (cache.mayKeep(context, answer)) {
      // What the render cost is said to whoever waited for it, not to those who get the page from memory.
      const { 'Server-Timing': _, ...headers } = kept.headers
      cache.keep(key, context, { ...kept, headers })
    }
    return kept
  }

  async function render(key: string): Promise<Answer> {
    const context = newContext()
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

  return {
    /** The page at an address, the same for every visitor. */
    async page(key: string): Promise<Answer> {
      const kept = cache.get(key)
      if (kept) return kept
      const other = underWay.get(key)
      // One that began before a write must not answer who came after it.
      if (!other || other.context.invalidated.size > 0) return render(key)
      await other.answer
      const shared = cache.get(key)
      if (shared) return shared
      // Not kept, for a write came between: those who waited share the next one. Not kept by its own will, as a form
      // with its ticket: it is its visitor's own, and everybody renders theirs.
      return other.context.invalidated.size > 0 ? this.page(key) : render(key)
    },

    /** The page with the drafts that a signed-in person may see; nobody else gets it. */
    preview(path: string, cookie: string): Promise<Answer> {
      return renderer.render(path, newContext({ preview: true, keep: false }), { headers: { cookie } })
    },

    /** Hands a form to its route; answers as that does, or with the page it names, rendered with what was typed. */
    async form(path: string, request: RenderRequest): Promise<Answer> {
      const context = newContext({ keep: false })
      const answer = await renderer.render(path, context, { ...request, method: 'POST' })
      if (!context.renderInstead) return answer
      const { url, status, form } = context.renderInstead
      const page = await renderer.render(url, newContext({ keep: false, status, form }))
      const retry = answer.headers['retry-after']
      return retry ? { ...page, headers: { ...page.headers, 'Retry-After': retry } } : page
    },
  }
}

export type Pages = ReturnType<typeof pages>
