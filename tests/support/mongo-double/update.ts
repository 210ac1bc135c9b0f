import { ObjectId } from 'bson'
import { update as applyOperators } from 'mingo'
import { cloneDocument, type Doc, isObject, withValueAt } from './documents'
import { runStages } from './query'

/** Operators (`{ $set: … }`), a whole document, or a pipeline. */
export type UpdateSpec = Doc | Doc[]

type Update = { spec: UpdateSpec; filter: Doc; arrayFilters?: Doc[] }

const isOperators = (spec: Doc) => Object.keys(spec)[0]?.startsWith('$') ?? false

/** The document as the update leaves it; the given one stays as it is. */
export function updated(doc: Doc, { spec, filter, arrayFilters = [] }: Update): Doc {
  if (Array.isArray(spec)) return runStages([cloneDocument(doc)], spec)[0] ?? doc
  if (!isOperators(spec)) return { _id: doc._id, ...spec }
  const { $setOnInsert: _, ...operators } = spec
  const result = cloneDocument(doc)
  // MongoDB takes an operator without fields as nothing to do.
  const filled = Object.entries(operators).filter(([, fields]) => isObject(fields) && Object.keys(fields).length > 0)
  if (filled.length > 0) applyOperators(result, Object.fromEntries(filled), arrayFilters, filter)
  return result
}

/** The document that an upsert inserts when nothing matched: what the filter says, then the update. */
export function upserted({ spec, filter, arrayFilters }: Update): Doc {
  const seed = equalities(filter)
  const start: Doc = { _id: seed._id ?? new ObjectId(), ...seed }
  if (Array.isArray(spec) || !isObject(spec.$setOnInsert)) return updated(start, { spec, filter, arrayFilters })
  const $set = { ...spec.$setOnInsert, ...(isObject(spec.$set) ? spec.$set : {}) }
  return updated(start, { spec: { ...spec, $set }, filter, arrayFilters })
}

/** The fields that a filter sets equal to a value. */
function equalities(filter: Doc): Doc {
  return Object.entries(filter).reduce<Doc>((seed, [field, condition]) => {
    if (field === '$and' && Array.isArray(condition)) return Object.assign(seed, ...condition.map(equalities))
    if (field.startsWith('$')) return seed
    const isCondition = isObject(condition) && isOperators(condition)
    if (!isCondition) return withValueAt(seed, field, condition)
    return '$eq' in condition ? withValueAt(seed, field, condition.$eq) : seed
  }, {})
}
