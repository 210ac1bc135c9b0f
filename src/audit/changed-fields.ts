import { isDeepStrictEqual } from 'node:util'
import type { FlattenedField } from 'payload'

type Values = Record<string, unknown> | null | undefined

/** What is counted and dated by itself at every save, whatever was changed. */
const BOOKKEEPING = ['id', 'createdAt', 'updatedAt', 'revision']

/** A value as it is compared: nothing is nothing however it is written, and rows of a list lose the ids Payload gives. */
function comparable(value: unknown, type: string): unknown {
  if (value === undefined || value === '') return null
  if (type === 'date' && value !== null) return new Date(value as string).getTime()
  if (Array.isArray(value)) return value.length > 0 ? value.map((item) => comparable(item, '')) : null
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([name, part]) => name !== 'id' && part !== undefined && part !== null)
  return Object.fromEntries(entries.map(([name, part]) => [name, comparable(part, '')]))
}

/**
 * The names of the fields in which two states of a document differ, a group's as `group.field`. Names alone: whoever
 * keeps them keeps nothing of what stood there.
 * @param fields the fields of the collection or global, flattened
 */
export function changedFields(fields: FlattenedField[], before: Values, after: Values, path = ''): string[] {
  return fields.flatMap((field): string[] => {
    const name = `${path}${field.name}`
    if (BOOKKEEPING.includes(name) || field.type === 'join') return []
    if (('hidden' in field && field.hidden) || ('virtual' in field && field.virtual)) return []
    const [old, now] = [before?.[field.name], after?.[field.name]]
    if (field.type === 'group' || field.type === 'tab') {
      return changedFields(field.flattenedFields, old as Values, now as Values, `${name}.`)
    }
    return isDeepStrictEqual(comparable(old, field.type), comparable(now, field.type)) ? [] : [name]
  })
}
