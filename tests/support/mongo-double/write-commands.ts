import { ObjectId } from 'bson'
import { type Call, documentsOf, type Handler } from './command'
import { type Doc, isSame } from './documents'
import { ServerError } from './errors'
import { matching, shaped } from './query'
import { updated, upserted } from './update'

type Counts = { n: number; nModified?: number; upsertedId?: unknown }

/**
 * Does the statements of a command one by one. A failed one is told among `writeErrors`; it ends the command, unless
 * the command is unordered. In a transaction a conflict fails the whole command, so that the driver sees its label.
 */
async function eachStatement<T>(call: Call, statements: T[], write: (statement: T) => Counts): Promise<Doc> {
  const { command, state, transaction } = call
  const answer: Doc & { n: number } = { n: 0, ok: 1 }
  const writeErrors: Doc[] = []
  const ids: Doc[] = []
  for (const [index, statement] of statements.entries()) {
    try {
      const { n, nModified, upsertedId } = await state.whenFree(() => write(statement))
      answer.n += n
      if (nModified !== undefined) answer.nModified = Number(answer.nModified ?? 0) + nModified
      if (upsertedId !== undefined) ids.push({ index, _id: upsertedId })
    } catch (error) {
      if (!(error instanceof ServerError)) throw error
      if (transaction && error.codeName === 'WriteConflict') throw error
      writeErrors.push({ index, code: error.code, errmsg: error.message, ...error.details })
      if (transaction || command.ordered !== false) break
    }
  }
  if (ids.length > 0) answer.upserted = ids
  if (writeErrors.length > 0) answer.writeErrors = writeErrors
  return answer
}

const collectionOf = ({ state, database, target }: Call) => state.collection(database, target)

const insert: Handler = (call) => {
  const collection = collectionOf(call)
  return eachStatement(call, call.command.documents ?? [], (given) => {
    collection.insert(given._id === undefined ? { _id: new ObjectId(), ...given } : given, call.transaction)
    return { n: 1 }
  })
}

const update: Handler = (call) => {
  const { command, transaction } = call
  const collection = collectionOf(call)
  return eachStatement(call, command.updates ?? [], (statement) => {
    const { q: filter, u: spec, arrayFilters, collation, multi, upsert } = statement
    const matched = matching(documentsOf(call), filter, { collation }).slice(0, multi ? undefined : 1)
    if (matched.length === 0 && upsert) {
      const doc = upserted({ spec, filter, arrayFilters })
      collection.insert(doc, transaction)
      return { n: 1, nModified: 0, upsertedId: doc._id }
    }
    const changed = matched
      .map((before) => ({ before, after: updated(before, { spec, filter, arrayFilters }) }))
      .filter(({ before, after }) => !isSame(before, after))
    collection.assertFree(
      changed.map(({ before }) => before),
      transaction,
    )
    for (const { after } of changed) collection.replace(after, transaction)
    return { n: matched.length, nModified: changed.length }
  })
}

const remove: Handler = (call) => {
  const { command, transaction } = call
  const collection = collectionOf(call)
  return eachStatement(call, command.deletes ?? [], ({ q, limit, collation }) => {
    const matched = matching(documentsOf(call), q, { collation }).slice(0, limit === 1 ? 1 : undefined)
    collection.assertFree(matched, transaction)
    for (const doc of matched) collection.remove(doc, transaction)
    return { n: matched.length }
  })
}

const findAndModify: Handler = (call) => call.state.whenFree(() => findAndModifyNow(call))

function findAndModifyNow(call: Call): Doc {
  const { command, transaction } = call
  const { query: filter = {}, update: spec = {}, arrayFilters, collation, fields, sort } = command
  const collection = collectionOf(call)
  const answer = (lastErrorObject: Doc, doc?: Doc): Doc => {
    const value = doc ? shaped([doc], { projection: fields })[0] : null
    return { lastErrorObject, value, ok: 1 }
  }
  const [before] = shaped(matching(documentsOf(call), filter, { collation }), { sort }, { collation })
  if (command.remove) {
    if (before) collection.remove(before, transaction)
    return answer({ n: before ? 1 : 0 }, before)
  }
  if (before) {
    const after = updated(before, { spec, filter, arrayFilters })
    collection.replace(after, transaction)
    return answer({ n: 1, updatedExisting: true }, command.new ? after : before)
  }
  if (!command.upsert) return answer({ n: 0, updatedExisting: false })
  const doc = upserted({ spec, filter, arrayFilters })
  collection.insert(doc, transaction)
  return answer({ n: 1, updatedExisting: false, upserted: doc._id }, command.new ? doc : undefined)
}

/** Commands that write documents. */
export const writeCommands: Record<string, Handler> = { insert, update, delete: remove, findAndModify }
