import type { Lead } from '@/payload-types'

type Watched = Partial<Pick<Lead, 'name' | 'company' | 'status'>> & { owner?: string | null }

/** One entry of the timeline. */
export type LeadChange = {
  kind: 'status' | 'change'
  text: string
  data: { field: string; from?: string; to?: string }
}

const FIELDS = [
  { field: 'status', label: 'Status', empty: 'none' },
  { field: 'owner', label: 'Owner', empty: 'nobody' },
  { field: 'name', label: 'Name', empty: 'none' },
  { field: 'company', label: 'Company', empty: 'none' },
] as const

/**
 * What changed between two states of a lead, as entries for its timeline.
 * @param wordsFor says a value to people: the label of a status, the name of an owner
 */
export function leadChanges(
  before: Watched,
  after: Watched,
  wordsFor: (field: (typeof FIELDS)[number]['field'], value: string) => string,
): LeadChange[] {
  return FIELDS.flatMap(({ field, label, empty }): LeadChange[] => {
    const [from, to] = [before[field] || undefined, after[field] || undefined]
    if (from === to) return []
    const words = (value: string | undefined) => (value ? wordsFor(field, value) : empty)
    const text = `${label}: ${words(from)} → ${words(to)}`
    return [{ kind: field === 'status' ? 'status' : 'change', text, data: { field, from, to } }]
  })
}
