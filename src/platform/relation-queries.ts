import { APIError, type CollectionBeforeOperationHook, type FlattenedField, type Payload, type Where } from 'payload'

type Question = { where?: Where; sort?: string | string[] }

const READS = ['read', 'readDistinct', 'count']

/** Every path that a question compares or sorts by; `related__title` is how GraphQL writes `related.title`. */
function pathsOf({ where = {}, sort = [] }: Question): string[] {
  const compared = Object.entries(where).flatMap(([key, value]) => {
    // GraphQL writes them in capitals.
    if (!/^(and|or)$/i.test(key)) return [key]
    return Array.isArray(value) ? value.flatMap((part) => pathsOf({ where: part })) : []
  })
  const sorted = (Array.isArray(sort) ? sort : sort.split(',')).map((path) => path.trim().replace(/^-/, ''))
  return [...compared, ...sorted].map((path) => path.replaceAll('__', '.'))
}

const mayBeHidden = (collection: string, { collections }: Payload) =>
  Boolean(collections[collection as keyof typeof collections]?.config.versions)

/** Says whether the path leads to a relation whose documents may be drafts, or past any relation. */
function leadsToHidden(path: string[], fields: FlattenedField[], payload: Payload): boolean {
  const [name, ...rest] = path
  const field = fields.find((candidate) => candidate.name === name)
  if (!field) return false
  if (field.type === 'relationship' || field.type === 'upload') {
    return rest.some((part) => part !== 'id') || [field.relationTo].flat().some((to) => mayBeHidden(to, payload))
  }
  return 'flattenedFields' in field && leadsToHidden(rest, field.flattenedFields, payload)
}

/**
 * Refuses the questions of visitors about what their answer's relations name: "which posts relate to this id?" and an
 * order by `related.title` would tell of drafts. Payload checks some such questions, not all; and one that goes through
 * two relations to a field that may not be read rejects a promise nobody waits for, which ends the process.
 */
export const refuseRelationQueries: CollectionBeforeOperationHook = ({
  args,
  collection,
  operation,
  overrideAccess,
  req,
}) => {
  if (!READS.includes(operation) || overrideAccess || req.user || req.payloadAPI === 'local') return
  const refused = pathsOf(args as Question).find((path) =>
    leadsToHidden(path.split('.'), collection.flattenedFields, req.payload),
  )
  if (refused) throw new APIError(`The following path cannot be queried: ${refused}`, 400, undefined, true)
}
