import { LRUCache } from 'lru-cache'
import type { RenderContext } from '@/platform/render-context'
import { type Answer, bytesOf, isText } from './answer'

type Kept = { answer: Answer; tags: string[] }

const KEPT_STATUSES = new Set([200, 301, 302, 308, 404, 410])
const LONGEST_MS = 60 * 60 * 1000
const LARGEST_ANSWER = 1024 * 1024
/** What an entry takes beside its bodies: objects, header fields, entries of maps. */
const ENTRY_BYTES = 2048
const TAG_BYTES = 100
/** Stands for whatever a render under way may yet read. */
const EVERYTHING = '*'

const bytesOfEntry = ({ answer, tags }: Kept, key: string) =>
  bytesOf(answer) + ENTRY_BYTES + 2 * key.length + tags.reduce((sum, tag) => sum + TAG_BYTES + 2 * tag.length, 0)

export type PageCacheOptions = {
  /** Bytes of all pages together. @default 256 MB */
  maxBytes?: number
  /** Bytes of all answers that say a page is missing or gone. @default 8 MB */
  maxMissingBytes?: number
  clock?: { now(): number }
}

/**
 * Whole answers, kept until something they depend on changes, for an hour at most (against a missed signal), within a
 * number of bytes. Missing pages have a small room of their own, so that made-up addresses cannot push out real pages.
 */
export function pageCache({
  maxBytes = 256 * 1024 * 1024,
  maxMissingBytes = 8 * 1024 * 1024,
  clock = Date,
}: PageCacheOptions = {}) {
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
      sizeCalculation: bytesOfEntry,
      dispose: forget,
      perf: clock,
      ttlResolution: 0,
    })
  const pages = room(maxBytes)
  const missing = room(maxMissingBytes)

  return {
    get: (key: string): Answer | undefined => (pages.get(key) ?? missing.get(key))?.answer,

    /** A render begins: what changes from now on is noted in its context. */
    begin: (context: RenderContext) => void rendering.add(context),
    end: (context: RenderContext) => void rendering.delete(context),

    /** True if an answer may be kept: it is everyone's, depends on something, and nothing of that changed meanwhile. */
    mayKeep(context: RenderContext, { status, headers, body }: Answer): boolean {
      if (context.keep === false || context.preview || context.dependencies.size === 0) return false
      if (!KEPT_STATUSES.has(status) || body.length > LARGEST_ANSWER) return false
      if (headers['set-cookie'] || !isText(String(headers['content-type']))) return false
      if (context.invalidated.has(EVERYTHING)) return false
      for (const tag of context.invalidated) if (context.dependencies.has(tag)) return false
      return true
    },

    keep(key: string, context: RenderContext, answer: Answer): void {
      const ttl = Math.min(LONGEST_MS, context.until ? context.until.getTime() - clock.now() : LONGEST_MS)
      if (ttl <= 0) return
      const [here, there] = answer.status >= 400 ? [missing, pages] : [pages, missing]
      there.delete(key)
      const tags = [...context.dependencies]
      here.set(key, { answer, tags }, { ttl })
      // One that is larger than its room is not taken.
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

    /** What is in memory, and how many tags lead to it. */
    get size() {
      return {
        pages: pages.size,
        missing: missing.size,
        bytes: pages.calculatedSize + missing.calculatedSize,
        tags: keysOf.size,
      }
    },
  }
}

export type PageCache = ReturnType<typeof pageCache>
