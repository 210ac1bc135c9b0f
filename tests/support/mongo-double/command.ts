import type { Binary } from 'bson'
import type { CollationSpec } from 'mingo/types'
import { CollectionStore } from './collection-store'
import { Cursors } from './cursors'
import type { Doc } from './documents'
import { LockedByTransaction } from './errors'
import { type Transaction, Transactions } from './transactions'
import type { IndexSpec } from './unique-index'
import type { UpdateSpec } from './update'

export type UpdateStatement = {
  q: Doc
  u: UpdateSpec
  multi?: boolean
  upsert?: boolean
  arrayFilters?: Doc[]
  collation?: CollationSpec
}

/** A command as the driver sends it. Its first field names it and holds the collection; each command reads its own. */
export type Command = {
  $db: string
  lsid?: { id: Binary }
  autocommit?: boolean
  startTransaction?: boolean
  filter?: Doc
  query?: Doc
  sort?: Doc
  skip?: number
  limit?: number
  projection?: Doc
  fields?: Doc
  collation?: CollationSpec
  hint?: string | Doc
  batchSize?: number
  singleBatch?: boolean
  pipeline?: Doc[]
  cursor?: { batchSize?: number }
  let?: Doc
  key?: string
  getMore?: number
  cursors?: number[]
  documents?: Doc[]
  updates?: UpdateStatement[]
  deletes?: { q: Doc; limit: 0 | 1; collation?: CollationSpec }[]
  ordered?: boolean
  remove?: boolean
  update?: UpdateSpec
  upsert?: boolean
  new?: boolean
  arrayFilters?: Doc[]
  indexes?: IndexSpec[]
  index?: string | Doc
  endSessions?: { id: Binary }[]
}

/** What a server holds. */
export class ServerState {
  readonly databases = new Map<string, Map<string, CollectionStore>>()
  readonly transactions = new Transactions()
  readonly cursors = new Cursors()

  collectionNames(database: string): string[] {
    return [...(this.databases.get(database)?.keys() ?? [])]
  }

  existing(database: string, name: string): CollectionStore | undefined {
    return this.databases.get(database)?.get(name)
  }

  /** The collection, made when it does not exist yet, as MongoDB does at the first write. */
  collection(database: string, name: string): CollectionStore {
    const collections = this.databases.get(database) ?? new Map<string, CollectionStore>()
    this.databases.set(database, collections)
    const collection = collections.get(name) ?? new CollectionStore(`${database}.${name}`, this.transactions)
    collections.set(name, collection)
    return collection
  }

  /** Does a single write, again whenever a transaction ends that stood in its way. */
  async whenFree<T>(write: () => T): Promise<T> {
    for (;;) {
      try {
        return write()
      } catch (error) {
        if (!(error instanceof LockedByTransaction)) throw error
        await this.transactions.nextEnd()
      }
    }
  }
}

/** One command under way: `target` is the name of the collection it is about. */
export type Call = {
  state: ServerState
  command: Command
  database: string
  target: string
  transaction: Transaction | undefined
}

export type Handler = (call: Call) => Doc | Promise<Doc>

export const namespaceOf = ({ database, target }: Call): string => `${database}.${target}`

/** The documents of the collection that the command is about, as its transaction sees them. */
export const documentsOf = ({ state, database, target, transaction }: Call): Doc[] =>
  state.existing(database, target)?.documents(transaction) ?? []
