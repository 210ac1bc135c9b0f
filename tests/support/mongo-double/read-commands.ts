import { aggregate } from './aggregate'
import { type Call, documentsOf, type Handler, namespaceOf } from './command'
import { flatValuesAt, valueKey } from './documents'
import { ServerError } from './errors'
import { matching, shaped } from './query'

/** A hint must name an index that exists, by its name or its key. */
function checkHint({ state, database, target, command: { hint } }: Call): void {
  const collection = state.existing(database, target)
  if (!hint || !collection) return
  const wanted = typeof hint === 'string' ? hint : JSON.stringify(hint)
  const exists = collection.indexes.some(({ spec }) => spec.name === wanted || JSON.stringify(spec.key) === wanted)
  if (!exists) {
    const reason = 'hint provided does not correspond to an existing index'
    throw new ServerError(2, 'BadValue', `error processing query: planner returned error :: caused by :: ${reason}`)
  }
}

const find: Handler = (call) => {
  const { command, state } = call
  checkHint(call)
  const found = matching(documentsOf(call), command.filter, { collation: command.collation })
  const docs = shaped(found, command, { collation: command.collation })
  const batch = command.singleBatch ? Number.POSITIVE_INFINITY : command.batchSize
  return state.cursors.first(namespaceOf(call), docs, batch)
}

const aggregateCommand: Handler = (call) => {
  const { command, database, state, transaction } = call
  checkHint(call)
  const docs = aggregate(documentsOf(call), command.pipeline ?? [], {
    collation: command.collation,
    variables: command.let ?? {},
    read: (collection) => state.existing(database, collection)?.documents(transaction) ?? [],
  })
  return state.cursors.first(namespaceOf(call), docs, command.cursor?.batchSize)
}

const count: Handler = (call) => {
  const { query, skip, limit, collation } = call.command
  const found = matching(documentsOf(call), query, { collation })
  return { n: shaped(found, { skip, limit }).length, ok: 1 }
}

const distinct: Handler = (call) => {
  const { key = '', query } = call.command
  const values = matching(documentsOf(call), query).flatMap((doc) => flatValuesAt(doc, key))
  return { values: [...new Map(values.map((value) => [valueKey(value), value])).values()], ok: 1 }
}

/** Commands that read documents. */
export const readCommands: Record<string, Handler> = {
  find,
  aggregate: aggregateCommand,
  count,
  distinct,
  getMore: ({ state, command }) => state.cursors.more(Number(command.getMore), command.batchSize),
  killCursors: ({ state, command }) => state.cursors.kill((command.cursors ?? []).map(Number)),
}
