import { Long } from 'bson'
import type { Doc } from './documents'
import { ServerError } from './errors'

/** The driver's own default for a first batch. */
const FIRST_BATCH = 101

/** Answers that are handed out in batches. */
export class Cursors {
  readonly #open = new Map<number, { namespace: string; rest: Doc[] }>()
  #next = 1

  /** The answer to a query: its first batch, and the id of a cursor when more follows. */
  first(namespace: string, docs: Doc[], batchSize: number = FIRST_BATCH): Doc {
    const rest = docs.slice(batchSize)
    let id = Long.ZERO
    if (rest.length > 0) {
      id = Long.fromNumber(this.#next)
      this.#open.set(this.#next, { namespace, rest })
      this.#next += 1
    }
    return { cursor: { firstBatch: docs.slice(0, batchSize), id, ns: namespace }, ok: 1 }
  }

  /** The next batch; the last one closes the cursor. @throws ServerError CursorNotFound */
  more(id: number, batchSize: number = Number.POSITIVE_INFINITY): Doc {
    const cursor = this.#open.get(id)
    if (!cursor) throw new ServerError(43, 'CursorNotFound', `cursor id ${id} not found`)
    const nextBatch = cursor.rest.slice(0, batchSize)
    cursor.rest = cursor.rest.slice(batchSize)
    if (cursor.rest.length === 0) this.#open.delete(id)
    const left = cursor.rest.length > 0 ? Long.fromNumber(id) : Long.ZERO
    return { cursor: { nextBatch, id: left, ns: cursor.namespace }, ok: 1 }
  }

  kill(ids: number[]): Doc {
    const killed = ids.filter((id) => this.#open.delete(id))
    return { cursorsKilled: killed.map((id) => Long.fromNumber(id)), ok: 1 }
  }
}
