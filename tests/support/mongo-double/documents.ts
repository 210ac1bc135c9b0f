import { BSON, ObjectId } from 'bson'

/** A BSON document in JavaScript's types. A stored one is never changed: a write replaces it. */
export type Doc = Record<string, unknown>

export const encode = (doc: Doc): Uint8Array => BSON.serialize(doc, { ignoreUndefined: true })
export const decode = (bytes: Uint8Array): Doc => BSON.deserialize(bytes)
export const cloneDocument = (doc: Doc): Doc => decode(encode(doc))
export const isSame = (one: Doc, other: Doc): boolean => Buffer.compare(encode(one), encode(other)) === 0

export const isObject = (value: unknown): value is Doc =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Text that is equal for values that MongoDB holds to be equal. A missing value counts as null. */
export function valueKey(value: unknown): string {
  if (value === undefined || value === null) return 'null'
  if (value instanceof Date) return `date:${value.getTime()}`
  if (value instanceof ObjectId) return `id:${value.toHexString()}`
  if (typeof value === 'object') return `json:${BSON.EJSON.stringify(value)}`
  return `${typeof value}:${value}`
}

/** The key under which a document is stored. */
export const documentKey = (doc: Doc): string => valueKey(doc._id)

/** The values at a dotted path, through arrays as MongoDB goes; empty when the path leads nowhere. */
export function valuesAt(doc: Doc, path: string): unknown[] {
  let current: unknown[] = [doc]
  for (const segment of path.split('.')) {
    current = current.flatMap((value) => {
      if (!Array.isArray(value)) return isObject(value) ? [value[segment]] : []
      const members = value.filter(isObject).map((member) => member[segment])
      return /^\d+$/.test(segment) ? [value[Number(segment)], ...members] : members
    })
    current = current.filter((value) => value !== undefined)
  }
  return current
}

/** As `valuesAt`, with the members of an array in its place: what an index or an equality looks at. */
export const flatValuesAt = (doc: Doc, path: string): unknown[] => valuesAt(doc, path).flat()

/** A copy of the document with this value at a dotted path. */
export function withValueAt(doc: Doc, path: string, value: unknown): Doc {
  const [first = '', ...rest] = path.split('.')
  if (rest.length === 0) return { ...doc, [first]: value }
  const inner = doc[first]
  return { ...doc, [first]: withValueAt(isObject(inner) ? inner : {}, rest.join('.'), value) }
}
