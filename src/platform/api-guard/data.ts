import type { FlattenedField } from 'payload'
import { type FieldScope, fieldsOfBlock } from './fields'
import { isObject } from './shape'
import { isDate } from './where'

type Found = { path: string; message: string } | undefined

const isEmpty = (value: unknown) => value === null || value === undefined || value === ''

const isId = (value: unknown): boolean => typeof value === 'string' && /^[\w-]{1,64}$/.test(value)

/** An id, a document that has one, or either of them beside the name of its collection. */
function isRelation(value: unknown): boolean {
  if (!isObject(value)) return isId(value)
  return 'relationTo' in value ? typeof value.relationTo === 'string' && isRelation(value.value) : isId(value.id)
}

/** Lexical's state: a tree of nodes that each have a type. Drafts are stored without any other check of it. */
function isRichText(value: unknown): boolean {
  const isNode = (node: unknown): boolean =>
    isObject(node) &&
    typeof node.type === 'string' &&
    (node.children === undefined || (Array.isArray(node.children) && node.children.every(isNode)))
  return isObject(value) && isNode(value.root) && Array.isArray((value.root as { children?: unknown }).children)
}

const oneOrMany = (field: { hasMany?: boolean | undefined }, value: unknown, is: (one: unknown) => boolean) =>
  field.hasMany ? Array.isArray(value) && value.every(is) : is(value)

const isText = (value: unknown) => typeof value === 'string'

/** Whether a value has the form that its field stores; Payload checks that of most types only when it publishes. */
function hasForm(field: FlattenedField, value: unknown): boolean {
  if (field.name === 'id') return isId(value)
  switch (field.type) {
    case 'checkbox':
      return typeof value === 'boolean' || value === 'true' || value === 'false'
    case 'number':
      return oneOrMany(field, value, (one) => !isEmpty(one) && typeof one !== 'object' && Number.isFinite(Number(one)))
    case 'date':
      return value instanceof Date || isDate(value)
    case 'relationship':
    case 'upload':
      return oneOrMany(field, value, isRelation)
    case 'select':
    case 'text':
      return oneOrMany(field, value, isText)
    case 'code':
    case 'email':
    case 'radio':
    case 'textarea':
      return isText(value)
    case 'richText':
      return isRichText(value)
    case 'group':
    case 'tab':
      return isObject(value)
    case 'array':
    case 'blocks':
      // The admin sends the number of rows where there are none.
      return value === 0 || (Array.isArray(value) && value.every(isObject))
    default:
      return true
  }
}

/** The data below a field with the fields it is made of. */
function partsOf(field: FlattenedField, value: unknown, path: string, scope: FieldScope) {
  if ((field.type === 'group' || field.type === 'tab') && isObject(value)) {
    return [{ path, data: value, fields: field.flattenedFields }]
  }
  if ((field.type !== 'array' && field.type !== 'blocks') || !Array.isArray(value)) return []
  return value.map((data: Record<string, unknown>, index) => ({
    path: `${path}.${index}`,
    data,
    fields: field.type === 'array' ? field.flattenedFields : fieldsOfBlock(data.blockType, field, scope),
  }))
}

/**
 * The first value in the data of a document, at any depth, that does not have the form of its field. Both databases
 * answer such a value with an error of the server, or store it as text that nothing can read.
 */
export function misshapenValue(data: Record<string, unknown>, scope: FieldScope, parent = ''): Found {
  for (const field of scope.fields) {
    const value = Object.hasOwn(data, field.name) ? data[field.name] : undefined
    if (isEmpty(value)) continue
    const path = parent ? `${parent}.${field.name}` : field.name
    if (!hasForm(field, value)) return { path, message: `This value does not fit a field of type ${field.type}.` }
    for (const part of partsOf(field, value, path, scope)) {
      if (!part.fields) return { path: part.path, message: 'There is no such block here.' }
      const found = misshapenValue(part.data, { ...scope, fields: part.fields }, part.path)
      if (found) return found
    }
  }
}
