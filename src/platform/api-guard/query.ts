import { parse } from 'qs-esm'
import { type FieldScope, fieldsAlong } from './fields'
import { isObject, shapeFault } from './shape'
import { whereFault } from './where'

/** Most documents in one answer, and levels of relations in it, for whoever is not signed in. */
export const PUBLIC_LIMITS = { limit: 100, depth: 4 }

const MAX_SEARCH_CHARACTERS = 64 * 1024

/** Types of fields whose values have no order that means something. */
const UNSORTABLE = new Set(['array', 'blocks', 'group', 'join', 'json', 'richText', 'tab', 'point'])

type Query = Record<string, unknown>

/** A query string as Payload reads it: the same parser with the same options. */
const read = (search: string): Query =>
  parse(search, { allowEmptyArrays: true, arrayLimit: 1000, depth: 10, ignoreQueryPrefix: true })

type Check = (value: unknown, name: string, scope: FieldScope) => string | undefined

/** Six digits: more would overflow what a database multiplies them to. */
const integerFrom =
  (least: number): Check =>
  (value, name) => {
    const isInteger = typeof value === 'string' && /^\d{1,6}$/.test(value) && Number(value) >= least
    return isInteger ? undefined : `${name}: must be a whole number from ${least} to 999999`
  }

const boolean: Check = (value, name) =>
  ['true', 'false', '1', '0', 'null'].includes(value as string) ? undefined : `${name}: must be true or false`

const text: Check = (value, name) => (typeof value === 'string' ? undefined : `${name}: must be one value`)

/** Sorting through a relation, or by a field that is never shown, would tell its order to whoever may not read it. */
export const sortFault: Check = (value, _name, scope) => {
  const names = Array.isArray(value) ? value : [value]
  for (const name of names.flatMap((entry) => (typeof entry === 'string' ? entry.split(',') : [entry]))) {
    if (typeof name !== 'string') return 'sort: must be a name of a field, or several with commas between them'
    const along = fieldsAlong(name.trim().replace(/^-/, ''), scope)
    const crosses = along?.slice(0, -1).some(({ type }) => type === 'relationship' || type === 'upload')
    const field = along?.at(-1)
    if (!field || crosses || field.hidden || UNSORTABLE.has(field.type)) return 'sort: not a field to sort by'
  }
}

const isChoice = (value: unknown): boolean =>
  value === 'true' || value === 'false' || (isObject(value) && Object.values(value).every(isChoice))

/** Fields to show: of the documents asked for (`select`), or of each collection that relations lead to (`populate`). */
const choiceOf =
  (isName: (name: string, scope: FieldScope) => boolean): Check =>
  (value, name, scope) => {
    if (!isObject(value) || !isChoice(value)) return `${name}: must name fields, such as select[title]=true`
    const unknown = Object.keys(value).find((key) => !isName(key, scope))
    return unknown === undefined ? undefined : `${name}: ${unknown.slice(0, 80)} is not known`
  }

const select = choiceOf((name, scope) => fieldsAlong(name, scope) !== undefined)
const populate = choiceOf((name, { config }) => config.collections.some(({ slug }) => slug === name))

const joins: Check = (value, name, scope) => {
  if (value === 'false') return undefined
  if (!isObject(value)) return `${name}: must name a field, such as joins[events][limit]=5`
  for (const [path, options] of Object.entries(value)) {
    if (options === 'false') continue
    const field = fieldsAlong(path, scope)?.at(-1)
    if (field?.type !== 'join' || !isObject(options)) return `${name}: ${path.slice(0, 80)} is not a join`
    const joined = scope.config.collections.find(({ slug }) => slug === field.collection)
    const fault = queryFault(options, { ...scope, fields: joined?.flattenedFields ?? [] })
    if (fault) return fault
  }
}

const json: Check = (value, name) => {
  if (typeof value !== 'string') return `${name}: must be JSON`
  try {
    return shapeFault(JSON.parse(value))
  } catch {
    return `${name}: must be JSON`
  }
}

/** A `where` may be written as one JSON text too. */
const where: Check = (value, name, scope) => {
  if (typeof value !== 'string') return whereFault(value, scope)
  return json(value, name, scope) ?? whereFault(JSON.parse(value), scope)
}

/** What Payload takes from a query string. */
const CHECKS: Record<string, Check> = {
  limit: integerFrom(0),
  depth: integerFrom(0),
  page: integerFrom(1),
  autosave: boolean,
  draft: boolean,
  trash: boolean,
  overrideLock: boolean,
  pagination: boolean,
  flattenLocales: boolean,
  publishAllLocales: boolean,
  unpublishAllLocales: boolean,
  count: boolean,
  locale: text,
  fallbackLocale: text,
  'fallback-locale': text,
  publishSpecificLocale: text,
  field: text,
  select,
  populate,
  joins,
  data: json,
  where,
  sort: sortFault,
}

function queryFault(query: Query, scope: FieldScope): string | undefined {
  for (const [name, value] of Object.entries(query)) {
    // A parameter without a value means the same as one that is not there.
    const fault = value === '' || !Object.hasOwn(CHECKS, name) ? undefined : CHECKS[name]?.(value, name, scope)
    if (fault) return fault
  }
}

/** Names of JavaScript's own in a part of a query: `where[__proto__][x]`, `where[a.constructor]`, `prototype=1`. */
const POLLUTING = /(^|[?&[.])(__proto__|constructor|prototype)(?=[\].[=&]|$)/

/**
 * What is wrong with the query string of a request to Payload; undefined if nothing. Names that Payload does not know
 * are left alone, as is usual on the web.
 * @param scope the collection or version that is asked for
 */
export function searchFault(search: string, scope: FieldScope): string | undefined {
  if (search.length > MAX_SEARCH_CHARACTERS) return 'The query is too long'
  let decoded: string
  try {
    decoded = decodeURIComponent(search)
  } catch {
    return 'The query is not valid UTF-8'
  }
  // The parser leaves such names out without a word, and what is left would answer another question.
  if (POLLUTING.test(decoded)) return 'The query names something that is not a field'
  const query = read(search)
  return shapeFault(query) ?? queryFault(query, scope)
}

/** The same query within what the public may ask for, and undefined when it is within already. */
export function withinPublicLimits(search: string): string | undefined {
  const params = new URLSearchParams(search)
  const unlimited = params.get('limit') === '0' || (params.get('pagination') === 'false' && !params.get('limit'))
  if (unlimited || Number(params.get('limit')) > PUBLIC_LIMITS.limit) params.set('limit', String(PUBLIC_LIMITS.limit))
  if (Number(params.get('depth')) > PUBLIC_LIMITS.depth) params.set('depth', String(PUBLIC_LIMITS.depth))
  const capped = params.toString()
  return capped === new URLSearchParams(search).toString() ? undefined : capped
}
