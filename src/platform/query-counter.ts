import type { Payload } from 'payload'
import { renderContext } from './render-context'

const READS = [
  'find',
  'findOne',
  'findDistinct',
  'findGlobal',
  'findVersions',
  'findGlobalVersions',
  'queryDrafts',
  'count',
] as const

/** Counts the database reads of each page while it renders: the number stands in Server-Timing and in a test. */
export function countQueries({ db }: Payload): void {
  const adapter = db as unknown as Record<string, (...args: unknown[]) => unknown>
  for (const name of READS) {
    const read = adapter[name]?.bind(db)
    if (!read) continue
    adapter[name] = (...args) => {
      const context = renderContext()
      if (context) context.queries += 1
      return read(...args)
    }
  }
}
