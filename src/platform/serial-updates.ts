import type { Payload } from 'payload'
import { inTurn } from './in-turn'

const UPDATES = ['updateOne', 'updateVersion', 'updateGlobal', 'updateGlobalVersion'] as const

/**
 * Makes the updates of this process take turns on SQLite. One replaces the rows of a document's lists (array fields,
 * relations to many) one by one and without a transaction, so that two at once would leave both their rows. SQLite
 * has one writer at a time anyway, so that nothing is lost by waiting.
 */
export function serialiseUpdates({ db }: Payload): void {
  if (db.name !== 'sqlite') return
  const adapter = db as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>
  for (const name of UPDATES) {
    const update = adapter[name]?.bind(db)
    if (update) adapter[name] = (...args) => inTurn('update on SQLite', () => update(...args))
  }
}
