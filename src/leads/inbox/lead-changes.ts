import type { Lead } from '@/payload-types'

/** The fields that people change, with what they are called and what an empty one is. */
export const FIELDS = [
  { field: 'status', label: 'Status', empty: 'none' },
  { field: 'owner', label: 'Owner', empty: 'nobody' },
  { field: 'name', label: 'Name', empty: 'none' },
  { field: 'company', label: 'Company', empty: 'none' },
  { field: 'nextAction', label: 'Next action', empty: 'none' },
  { field: 'nextActionAt', label: 'Due on', empty: 'none' },
  { field: 'locale', label: 'Language', empty: 'none' },
  { field: 'timeZone', label: 'Time zone', empty: 'none' },
] as const

/** A field that people change. */
export type WatchedField = (typeof FIELDS)[number]['field']

type Watched = Partial<Pick<Lead, WatchedField>>

/** One entry of the timeline. */
export type LeadChange = {
  kind: 'status' | 'change'
  text: string
  data: { field: WatchedField; from?: string; to?: string }
}

/** The value of a field as one text, whichever way it is written; undefined for an empty one. */
export function watchedValue(lead: Watched, field: WatchedField): string | undefined {
  const value = lead[field]
  if (!value) return undefined
  if (typeof value === 'object') return value.id
  return field === 'nextActionAt' ? new Date(value).toISOString() : value
}

/**
 * What changed between two states of a lead, as entries for its timeline.
 * @param wordsFor says a value to people: the label of a status, the name of an owner
 */
export function leadChanges(
  before: Watched,
  after: Watched,
  wordsFor: (field: WatchedField, value: string) => string = (_, value) => value,
): LeadChange[] {
  return FIELDS.flatMap(({ field, label, empty }): LeadChange[] => {
    const [from, to] = [watchedValue(before, field), watchedValue(after, field)]
    if (from === to) return []
    const words = (value: string | undefined) => (value ? wordsFor(field, value) : empty)
    const text = `${label}: ${words(from)} → ${words(to)}`
    return [{ kind: field === 'status' ? 'status' : 'change', text, data: { field, from, to } }]
  })
}
