import { type Doc, flatValuesAt, valueKey, valuesAt } from './documents'
import { matches } from './query'

/** What `createIndexes` says about an index. */
export type IndexSpec = {
  v?: number
  key: Record<string, 1 | -1>
  name: string
  unique?: boolean
  sparse?: boolean
  background?: boolean
  partialFilterExpression?: Doc
  expireAfterSeconds?: number
}

type Entry = { key: string; values: unknown[] }

/** An index and the entries that documents have in it. Only unique ones matter: a double needs no fast search. */
export class Index {
  readonly spec: IndexSpec
  /** Stored documents never change, so their entries are computed once. */
  readonly #entries = new WeakMap<Doc, Entry[]>()

  constructor(spec: IndexSpec) {
    this.spec = { v: 2, ...spec }
  }

  /** True when no two documents may have the same entry. `_id` is kept unique by the store itself. */
  get isUnique(): boolean {
    return this.spec.unique === true && this.spec.name !== '_id_'
  }

  entries(doc: Doc): Entry[] {
    const known = this.#entries.get(doc)
    if (known) return known
    const entries = this.#computeEntries(doc)
    this.#entries.set(doc, entries)
    return entries
  }

  #computeEntries(doc: Doc): Entry[] {
    const { key, partialFilterExpression, sparse } = this.spec
    if (partialFilterExpression && !matches(doc, partialFilterExpression)) return []
    const fields = Object.keys(key)
    // A sparse index leaves out documents that have none of its fields; an explicit null is a value.
    if (sparse && fields.every((field) => valuesAt(doc, field).length === 0)) return []
    const combinations = fields.reduce<unknown[][]>(
      (all, field) => {
        const values = flatValuesAt(doc, field)
        return all.flatMap((start) => (values.length > 0 ? values : [null]).map((value) => [...start, value]))
      },
      [[]],
    )
    return combinations.map((values) => ({ key: values.map(valueKey).join('\u0000'), values }))
  }

  /** The entry that both documents have, or undefined. */
  sharedEntry(doc: Doc, other: Doc): Entry | undefined {
    const keys = new Set(this.entries(other).map((entry) => entry.key))
    return this.entries(doc).find((entry) => keys.has(entry.key))
  }

  /** `{ slug: 'about', locale: 'en' }` for the entry of a document. */
  keyValue({ values }: Entry): Doc {
    return Object.fromEntries(Object.keys(this.spec.key).map((field, at) => [field, values[at] ?? null]))
  }
}
