import { type Call, type Handler, namespaceOf } from './command'
import { ServerError, unknownCollection } from './errors'
import { matching } from './query'
import { Index, type IndexSpec } from './unique-index'

const MAX_INDEXES = 64

function existing(call: Call) {
  const collection = call.state.existing(call.database, call.target)
  if (!collection) throw unknownCollection(namespaceOf(call))
  return collection
}

const isSameKey = (one: IndexSpec, other: IndexSpec): boolean => JSON.stringify(one.key) === JSON.stringify(other.key)

/** True when the index exists already as it is asked for. @throws ServerError when another one is in its way */
function isThere(spec: IndexSpec, indexes: Index[]): boolean {
  const sameName = indexes.find((index) => index.spec.name === spec.name)?.spec
  if (sameName) {
    const flags = ({ unique, sparse }: IndexSpec) => `${Boolean(unique)} ${Boolean(sparse)}`
    if (isSameKey(sameName, spec) && flags(sameName) === flags(spec)) return true
    const message = `An existing index has the same name as the requested index: ${spec.name}`
    throw new ServerError(86, 'IndexKeySpecsConflict', message)
  }
  const filter = (of: IndexSpec) => JSON.stringify(of.partialFilterExpression)
  if (indexes.some((index) => isSameKey(index.spec, spec) && filter(index.spec) === filter(spec))) {
    throw new ServerError(85, 'IndexOptionsConflict', `Index already exists with a different name: ${spec.name}`)
  }
  return false
}

const createIndexes: Handler = (call) => {
  const { state, database, target, transaction, command } = call
  if (transaction) {
    const message = 'The test double creates no indexes in a transaction'
    throw new ServerError(263, 'OperationNotSupportedInTransaction', message)
  }
  const createdCollectionAutomatically = !state.existing(database, target)
  const collection = state.collection(database, target)
  const numIndexesBefore = collection.indexes.length
  for (const spec of command.indexes ?? []) {
    if (isThere(spec, collection.indexes)) continue
    if (collection.indexes.length >= MAX_INDEXES) {
      throw new ServerError(67, 'CannotCreateIndex', `add index fails, too many indexes for ${namespaceOf(call)}`)
    }
    collection.addIndex(new Index(spec))
  }
  return { numIndexesBefore, numIndexesAfter: collection.indexes.length, createdCollectionAutomatically, ok: 1 }
}

const dropIndexes: Handler = (call) => {
  const collection = existing(call)
  const { index } = call.command
  collection.indexes = collection.indexes.filter(
    ({ spec }) => spec.name === '_id_' || (index !== '*' && spec.name !== index),
  )
  return { ok: 1 }
}

const listIndexes: Handler = (call) => {
  const specs = existing(call).indexes.map(({ spec: { background: _, ...spec } }) => spec)
  return call.state.cursors.first(namespaceOf(call), specs)
}

const create: Handler = (call) => {
  const { state, database, target } = call
  if (state.existing(database, target)) {
    throw new ServerError(48, 'NamespaceExists', `Collection ${namespaceOf(call)} already exists.`)
  }
  state.collection(database, target)
  return { ok: 1 }
}

const drop: Handler = (call) => {
  const collection = existing(call)
  call.state.databases.get(call.database)?.delete(call.target)
  return { ns: namespaceOf(call), nIndexesWas: collection.indexes.length, ok: 1 }
}

const dropDatabase: Handler = ({ state, database }) => {
  state.databases.delete(database)
  return { dropped: database, ok: 1 }
}

const listCollections: Handler = ({ state, database, command }) => {
  const all = state.collectionNames(database).map((name) => ({
    name,
    type: 'collection',
    options: {},
    info: { readOnly: false },
  }))
  const batch = Number.POSITIVE_INFINITY
  return state.cursors.first(`${database}.$cmd.listCollections`, matching(all, command.filter), batch)
}

const listDatabases: Handler = ({ state }) => ({
  databases: [...state.databases.keys()].map((name) => ({ name, sizeOnDisk: 0, empty: false })),
  ok: 1,
})

/** Commands about collections, indexes and databases. */
export const schemaCommands: Record<string, Handler> = {
  create,
  drop,
  dropDatabase,
  createIndexes,
  dropIndexes,
  listIndexes,
  listCollections,
  listDatabases,
}
