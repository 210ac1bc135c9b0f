import type { Doc } from './documents'
import { noSuchTransaction } from './errors'

/** What a transaction needs of a collection. */
export type Transactional = {
  /** Makes a document (or its removal) the newest version. */
  install(key: string, doc: Doc | null, sequence: number): void
  unlock(key: string): void
}

/** A snapshot of the past, and writes that nobody else sees until the commit; null is a removal. */
export type Transaction = { snapshot: number; writes: Map<Transactional, Map<string, Doc | null>> }

/** The open transactions of a server, one per session, and the clock that orders commits. */
export class Transactions {
  readonly #open = new Map<string, Transaction>()
  #sequence = 1
  #waiting: (() => void)[] = []

  nextSequence(): number {
    this.#sequence += 1
    return this.#sequence
  }

  all(): Iterable<Transaction> {
    return this.#open.values()
  }

  /** The oldest point of the past that somebody may still read. */
  oldestSnapshot(): number {
    return Math.min(this.#sequence, ...[...this.#open.values()].map(({ snapshot }) => snapshot))
  }

  begin(session: string): Transaction {
    this.abort(session)
    const transaction: Transaction = { snapshot: this.#sequence, writes: new Map() }
    this.#open.set(session, transaction)
    return transaction
  }

  /** @throws ServerError NoSuchTransaction when it was aborted or never begun */
  get(session: string): Transaction {
    const transaction = this.#open.get(session)
    if (!transaction) throw noSuchTransaction()
    return transaction
  }

  commit(session: string): void {
    const transaction = this.get(session)
    const sequence = this.nextSequence()
    this.#open.delete(session)
    for (const [collection, writes] of transaction.writes) {
      for (const [key, doc] of writes) {
        collection.unlock(key)
        collection.install(key, doc, sequence)
      }
    }
    this.#wake()
  }

  abort(session: string): void {
    const transaction = this.#open.get(session)
    if (!transaction) return
    this.#open.delete(session)
    for (const [collection, writes] of transaction.writes) {
      for (const key of writes.keys()) collection.unlock(key)
    }
    this.#wake()
  }

  /** Resolves when the next transaction ends, whatever its end. */
  nextEnd(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  #wake(): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const wake of waiting) wake()
  }
}
