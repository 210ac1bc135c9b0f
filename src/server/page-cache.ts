import { LRUCache } from 'lru-cache'
import type { RenderContext } from '@/platform/render-context'
import { type Answer, bytesOf } from './answer'

type Kept = { answer: Answer; tags: string[] }

const KEPT_STATUSES = new Set([200, 301, 302, 308, 404, 410])
const LONGEST_MS = 60 * 60 * 1000
const LARGEST_ANSWER = 1024 * 1024
/** What an entry takes beside its bytes: keys, headers, the lists of tags. */
const ENTRY_BYTES = 1024
const TAG_BYTES = 100
/** Stands for whatever a render under way may yet read. */
const EVERYTHING = '*'

/**
 * Whole answers, kept until something they depend on changes, for an hour at most, within a number of bytes. Missing
 * pages have a small room of their own, so that made-up addresses cannot push out real ones.
 */
export function pageCache({ maxBytes = 256 * 1024 * 1024, maxMissingBytes = 8 * 1024 * 1024 } = {}) {
  const keysOf = new Map<string, Set<string>>()
  const rendering = new Set<RenderContext>()

  const forget = ({ tags }: Kept, key: string) => {
    for (const tag of tags) {
      const keys = keysOf.get(tag)
      keys?.delete(key)
      if (keys?.size === 0) keysOf.delete(tag)
    }
  }
  const room = (maxSize: number) =>
    new LRUCache<string, Kept>({
      maxSize,
      sizeCalculation: ({ answer, tags }, key) => bytesOf(answer) + ENTRY_BYTES + key.length + tags.length * TAG_BYTES,
      dispose: forget,
    })
  const pages = room(maxBytes)
  const missing = room(maxMissingBytes)

  return {
    get: (key: string): Answer | undefined => (pages.get(key) ?? missing.get(key))?.answer,

    /** A render begins: what changes from now on is noted in its context. */
    begin: (context: RenderContext) => void rendering.add(context),
    end: (context: RenderContext) => void rendering.delete(context),

    /** True if an answer may be kept: it said so, depends on something, and nothing of that changed meanwhile. */
    mayKeep(context: RenderContext, answer: Answer): boolean {
      if (context.keep === false || context.preview || context.dependencies.size === 0) return false
      if (context.invalidated.has(EVERYTHING)) return false
      if (!KEPT_STATUSES.has(answer.status) || answer.body.length > LARGEST_ANSWER) return false
      for (const tag of context.invalidated) if (context.dependencies.has(tag)) return false
      return true
    },

    keep(key: string, context: RenderContext, answer: Answer): void {
      const ttl = Math.min(LONGEST_MS, context.until ? context.until.getTime() - Date.now() : LONGEST_MS)
      if (ttl <= 0) return
      const [here, there] = answer.status >= 400 ? [missing, pages] : [pages, missing]
      there.delete(key)
      const tags = [...context.dependencies]
      here.set(key, { answer, tags }, { ttl })
      if (!here.has(key)) return
      for (const tag of tags) {
        const keys = keysOf.get(tag) ?? new Set()
        keysOf.set(tag, keys.add(key))
      }
    },

    invalidate(tags: Iterable<string>): void {
      for (const tag of tags) {
        for (const key of [...(keysOf.get(tag) ?? [])]) {
          pages.delete(key)
          missing.delete(key)
        }
        for (const context of rendering) context.invalidated.add(tag)
      }
    },

    clear(): void {
      pages.clear()
      missing.clear()
      for (const context of rendering) context.invalidated.add(EVERYTHING)
    },

    get size() {
      return { pages: pages.size, missing: missing.size, bytes: pages.calculatedSize + missing.calculatedSize }
    },
  }
}

export type PageCache = ReturnType<typeof pageCache>
