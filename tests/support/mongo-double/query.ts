import { ObjectId } from 'bson'
import { Aggregator, Query } from 'mingo'
import type { CollationSpec } from 'mingo/types'
import { type Doc, valueKey } from './documents'
import { ServerError } from './errors'

export type QueryOptions = { collation?: CollationSpec; variables?: Doc }

/** Runs stages that need no second collection. */
export const runStages = (docs: Doc[], stages: Doc[], options: QueryOptions = {}): Doc[] =>
  stages.length > 0 ? new Aggregator(stages, options).run<Doc>(docs) : docs

/** True when the document meets the filter. */
export const matches = (doc: Doc, filter: Doc): boolean => new Query(filter).test(doc)

/** The documents that meet a filter, in their order. */
export function matching(docs: Doc[], filter: Doc = {}, options: QueryOptions = {}): Doc[] {
  const text = JSON.stringify(filter)
  if (text.includes('"$text"')) throw new ServerError(27, 'IndexNotFound', 'text index required for $text query')
  // An expression sees the variables of a $lookup's `let`, which a plain query does not.
  if (text.includes('"$expr"')) return runStages(docs, [{ $match: filter }], options)
  const fields = Object.keys(filter)
  if (fields.length === 0) return docs
  if (fields.length === 1 && isPlain(filter._id)) {
    const key = valueKey(filter._id)
    return docs.filter((doc) => valueKey(doc._id) === key)
  }
  return new Query(filter, options).find<Doc>(docs).all()
}

/** An id to look up as it is; by far the most frequent query, so it goes round the query language. */
const isPlain = (id: unknown): boolean => typeof id === 'string' || id instanceof ObjectId

export type Shape = { sort?: Doc; skip?: number; limit?: number; projection?: Doc }

/** Sorts, cuts and projects what a query found. A negative limit means the same as a positive one, in one batch. */
export function shaped(docs: Doc[], { sort, skip, limit, projection }: Shape, options: QueryOptions = {}): Doc[] {
  const stages: Doc[] = []
  if (sort && Object.keys(sort).length > 0) stages.push({ $sort: sort })
  if (skip) stages.push({ $skip: skip })
  if (limit) stages.push({ $limit: Math.abs(limit) })
  if (projection && Object.keys(projection).length > 0) stages.push({ $project: projection })
  return runStages(docs, stages, options)
}
