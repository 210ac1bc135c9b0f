import { cloneDocument, type Doc, flatValuesAt, valueKey, valuesAt, withValueAt } from './documents'
import { ServerError } from './errors'
import { matching, type QueryOptions, runStages } from './query'

type Lookup = { from: string; as: string; localField?: string; foreignField?: string; let?: Doc; pipeline?: Doc[] }

/** Options of a pipeline; `read` gives the documents of another collection, as the same transaction sees them. */
export type PipelineOptions = QueryOptions & { read: (collection: string) => Doc[] }

/** Stages that write, or that need an engine of their own. */
const UNSUPPORTED = new Set(['$out', '$merge', '$search', '$geoNear', '$changeStream', '$graphLookup', '$unionWith'])

/** Stages that would write into the documents they are given. */
const WRITES_INTO_INPUT = new Set(['$addFields', '$set', '$unset', '$project'])

/** Runs an aggregation pipeline. `$match` and `$lookup` are ours: they read other collections and outer variables. */
export function aggregate(docs: Doc[], pipeline: Doc[], options: PipelineOptions): Doc[] {
  return pipeline.reduce((current, stage) => {
    const operator = Object.keys(stage)[0] ?? ''
    if (UNSUPPORTED.has(operator)) {
      throw new ServerError(40324, 'Location40324', `The test double does not know the stage ${operator}`)
    }
    if (operator === '$match') return matching(current, stage.$match as Doc, options)
    if (operator === '$lookup') return lookup(current, stage.$lookup as Lookup, options)
    if (operator === '$facet') return [facets(current, stage.$facet as Record<string, Doc[]>, options)]
    const input = WRITES_INTO_INPUT.has(operator) ? current.map(cloneDocument) : current
    return runStages(input, [stage], options)
  }, docs)
}

const facets = (docs: Doc[], pipelines: Record<string, Doc[]>, options: PipelineOptions): Doc =>
  Object.fromEntries(Object.entries(pipelines).map(([name, stages]) => [name, aggregate(docs, stages, options)]))

/** Joins documents of another collection: by equal fields, by a pipeline with variables of the outer document, or both. */
function lookup(docs: Doc[], stage: Lookup, options: PipelineOptions): Doc[] {
  const foreign = options.read(stage.from)
  return docs.map((doc) => {
    const { localField, foreignField, pipeline } = stage
    const equal = localField && foreignField ? withEqualField(doc, localField, foreign, foreignField) : foreign
    const variables = { ...options.variables, ...outerVariables(doc, stage.let ?? {}) }
    const joined = pipeline ? aggregate(equal, pipeline, { ...options, variables }) : equal
    return withValueAt(doc, stage.as, joined)
  })
}

/** A missing field equals null, as everywhere in MongoDB. */
function withEqualField(doc: Doc, localField: string, foreign: Doc[], foreignField: string): Doc[] {
  const keys = (of: Doc, field: string) => {
    const values = flatValuesAt(of, field)
    return values.length > 0 ? values.map(valueKey) : [valueKey(null)]
  }
  const wanted = new Set(keys(doc, localField))
  return foreign.filter((candidate) => keys(candidate, foreignField).some((key) => wanted.has(key)))
}

/** `{ wanted: '$group' }` → the value of `group` in the outer document. */
function outerVariables(doc: Doc, definitions: Doc): Doc {
  const valueOf = (expression: unknown) =>
    typeof expression === 'string' && expression.startsWith('$')
      ? (valuesAt(doc, expression.slice(1))[0] ?? null)
      : expression
  return Object.fromEntries(Object.entries(definitions).map(([name, expression]) => [name, valueOf(expression)]))
}
