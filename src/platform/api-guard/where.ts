import type { FlattenedField } from 'payload'
import { validOperatorSet } from 'payload/shared'
import { type FieldScope, fieldsAlong } from './fields'
import { isObject } from './shape'

const MAX_LEVELS = 5
const MAX_CONDITIONS = 100

/** Operators that Payload names and that one of the two databases cannot do on any field of ours. */
const UNSUPPORTED = new Set(['all', 'near', 'within', 'intersects'])
const LISTS = new Set(['in', 'not_in'])

const isScalar = (value: unknown) => value === null || ['string', 'number', 'boolean'].includes(typeof value)
const isList = (value: unknown): value is unknown[] => Array.isArray(value) && value.every(isScalar)

/** ISO 8601, or what else `Date` reads; both databases throw at the rest. */
export const isDate = (value: unknown) =>
  (typeof value === 'string' || typeof value === 'number') && !Number.isNaN(new Date(value).getTime())

const isNumeric = (value: unknown) => value !== '' && typeof value !== 'boolean' && Number.isFinite(Number(value))
const isTruth = (value: unknown) => ['true', 'false', true, false].includes(value as string | boolean)

/** Whether one value may be compared with a field of a type; `null` may, in the form that a query string has for it. */
function fits(field: FlattenedField | undefined, value: unknown): boolean {
  if (value === null || value === 'null') return true
  if (field?.type === 'date') return isDate(value)
  if (field?.type === 'number') return isNumeric(value)
  if (field?.type === 'checkbox') return isTruth(value)
  return true
}

const isRelation = ({ type }: FlattenedField) => type === 'relationship' || type === 'upload' || type === 'join'

function conditionFault(path: string, operator: string, value: unknown, field: FlattenedField | undefined) {
  if (!validOperatorSet.has(operator as 'equals') || UNSUPPORTED.has(operator)) {
    return `"${operator.slice(0, 40)}" is not an operator that can be used here`
  }
  if (operator === 'exists') return isTruth(value) ? undefined : `${path}: "exists" takes true or false`
  const values = LISTS.has(operator) && typeof value === 'string' ? value.split(',') : value
  const allowed = LISTS.has(operator) ? isList(values) : isScalar(values)
  if (!allowed) return `${path}: "${operator}" takes ${LISTS.has(operator) ? 'a list of values' : 'one value'}`
  const misfit = (isList(values) ? values : [values]).some((one) => !fits(field, one))
  return misfit ? `${path}: the value does not fit a field of type ${field?.type}` : undefined
}

/**
 * What is wrong with a `where` query for documents of a scope; undefined if nothing. Payload checks names of fields;
 * it hands values and shapes to the database as they come, which answers them with an error of the server.
 */
export function whereFault(where: unknown, scope: FieldScope): string | undefined {
  let conditions = 0

  function visit(part: unknown, level: number): string | undefined {
    if (!isObject(part)) return 'where: must be a query such as where[title][equals]=x'
    if (level > MAX_LEVELS) return `where: nested deeper than ${MAX_LEVELS} levels`
    for (const [name, value] of Object.entries(part)) {
      const fault = /^(and|or)$/i.test(name) ? visitAll(name, value, level) : visitField(name, value)
      if (fault) return fault
    }
  }

  function visitAll(name: string, parts: unknown, level: number) {
    if (!Array.isArray(parts)) return `where: "${name}" takes a list of queries`
    for (const part of parts) {
      const fault = visit(part, level + 1)
      if (fault) return fault
    }
  }

  function visitField(path: string, operators: unknown) {
    if (!isObject(operators)) return `where: ${path.slice(0, 80)} needs an operator`
    const along = fieldsAlong(path, scope)
    if (!along) return `where: ${path.slice(0, 80)} cannot be queried`
    // Where it may not read the last field, Payload rejects a promise that nobody waits for, which ends the process.
    if (along.slice(0, -1).filter(isRelation).length > 1) return `where: ${path.slice(0, 80)} goes too far`
    for (const [operator, value] of Object.entries(operators)) {
      conditions += 1
      if (conditions > MAX_CONDITIONS) return `where: more than ${MAX_CONDITIONS} conditions`
      const fault = conditionFault(path, operator, value, along.at(-1))
      if (fault) return fault
    }
  }

  return visit(where, 0)
}
