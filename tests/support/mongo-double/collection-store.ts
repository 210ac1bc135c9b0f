import { type Doc, documentKey } from './documents'
import { duplicateKey, LockedByTransaction, writeConflict } from './errors'
import type { Transaction, Transactional, Transactions } from './transactions'
import { Index } from './unique-index'

type Version = { sequence: number; doc: Doc | null }

/**
 * The documents of one collection in their versions (multi-version concurrency control): a transaction reads those of
 * its snapshot, everybody else the newest. A document that a transaction wrote is locked until it ends.
 */
export class CollectionStore implements Transactional {
  readonly namespace: string
  indexes: Index[] = [new Index({ key: { _id: 1 }, name: '_id_', unique: true })]
  readonly #transactions: Transactions
  readonly #versions = new Map<string, Version[]>()
  readonly #locks = new Map<string, Transaction>()

  constructor(namespace: string, transactions: Transactions) {
    this.namespace = namespace
    this.#transactions = transactions
  }

  /** All documents that the transaction, or somebody without one, sees. */
  documents(transaction?: Transaction): Doc[] {
    const own = transaction?.writes.get(this)
    const keys = new Set([...this.#versions.keys(), ...(own?.keys() ?? [])])
    return [...keys].map((key) => this.#visible(key, transaction)).filter((doc) => doc !== null)
  }

  /** @throws ServerError DuplicateKey, WriteConflict; LockedByTransaction when the caller has to wait */
  insert(doc: Doc, transaction?: Transaction): void {
    const key = documentKey(doc)
    if (this.#visible(key, transaction)) {
      throw duplicateKey(this.namespace, { name: '_id_', key: { _id: 1 } }, { _id: doc._id })
    }
    this.#write(key, doc, transaction)
  }

  /** Puts the document in place of the one with its id. Throws as `insert` does. */
  replace(doc: Doc, transaction?: Transaction): void {
    this.#write(documentKey(doc), doc, transaction)
  }

  remove(doc: Doc, transaction?: Transaction): void {
    this.#write(documentKey(doc), null, transaction)
  }

  /** Checks, before a write of many documents begins, that none of them is another transaction's. */
  assertFree(docs: Doc[], transaction?: Transaction): void {
    for (const doc of docs) this.#assertFree(documentKey(doc), transaction)
  }

  /** Adds an index, unless documents that are there already break it. */
  addIndex(index: Index): void {
    const docs = index.isUnique ? this.documents() : []
    for (const [at, doc] of docs.entries()) {
      for (const other of docs.slice(0, at)) this.#assertNoClash(index, doc, other)
    }
    this.indexes.push(index)
  }

  install(key: string, doc: Doc | null, sequence: number): void {
    const versions = this.#versions.get(key) ?? []
    versions.push({ sequence, doc })
    this.#versions.set(key, versions)
    const oldest = this.#transactions.oldestSnapshot()
    while (versions[1] && versions[1].sequence <= oldest) versions.shift()
    if (versions.length === 1 && versions[0]?.doc === null && sequence <= oldest) this.#versions.delete(key)
  }

  unlock(key: string): void {
    this.#locks.delete(key)
  }

  #newest(key: string): Version | undefined {
    return this.#versions.get(key)?.at(-1)
  }

  #visible(key: string, transaction?: Transaction): Doc | null {
    if (!transaction) return this.#newest(key)?.doc ?? null
    const own = transaction.writes.get(this)?.get(key)
    if (own !== undefined) return own
    return this.#versions.get(key)?.findLast(({ sequence }) => sequence <= transaction.snapshot)?.doc ?? null
  }

  #write(key: string, doc: Doc | null, transaction?: Transaction): void {
    this.#assertFree(key, transaction)
    if (transaction && (this.#newest(key)?.sequence ?? 0) > transaction.snapshot) throw writeConflict()
    if (doc) this.#assertUnique(key, doc, transaction)
    if (!transaction) {
      this.install(key, doc, this.#transactions.nextSequence())
      return
    }
    this.#locks.set(key, transaction)
    const writes = transaction.writes.get(this) ?? new Map<string, Doc | null>()
    transaction.writes.set(this, writes.set(key, doc))
  }

  #assertFree(key: string, transaction?: Transaction): void {
    const holder = this.#locks.get(key)
    if (holder && holder !== transaction) throw busy(transaction)
  }

  /** Looks at committed documents, at the transaction's own, and at those that others have not committed yet. */
  #assertUnique(key: string, doc: Doc, transaction?: Transaction): void {
    const own = transaction?.writes.get(this)
    for (const index of this.indexes.filter(({ isUnique }) => isUnique)) {
      for (const [other, versions] of this.#versions) {
        const newest = versions.at(-1)?.doc
        if (other === key || !newest || own?.has(other) || !index.sharedEntry(doc, newest)) continue
        // Its holder may yet remove or change it, so that there would be no clash.
        if (this.#locks.has(other)) throw busy(transaction)
        this.#assertNoClash(index, doc, newest)
      }
      for (const [other, written] of own ?? []) if (other !== key && written) this.#assertNoClash(index, doc, written)
      for (const open of this.#transactions.all()) {
        if (open === transaction) continue
        for (const [other, written] of open.writes.get(this) ?? []) {
          if (other !== key && written && index.sharedEntry(doc, written)) throw busy(transaction)
        }
      }
    }
  }

  #assertNoClash(index: Index, doc: Doc, other: Doc): void {
    const shared = index.sharedEntry(doc, other)
    if (shared) throw duplicateKey(this.namespace, index.spec, index.keyValue(shared))
  }
}

/** What meets a lock: a transaction gives up at once, a single write waits. */
const busy = (transaction?: Transaction) => (transaction ? writeConflict() : new LockedByTransaction())
