import type { Condition } from '@/ui/admin/list-url'

/** Where nothing is left to do. */
const CLOSED = 'won,lost,spam'

/**
 * Leads whose next action was due before today and that are not closed. A day without a time is kept as its noon in
 * UTC, so that it is over with its day; to the day, also to make the address of the list the same until tomorrow.
 */
export function overdue(now: Date): Condition[] {
  return [
    { field: 'nextActionAt', operator: 'less_than', value: `${now.toISOString().slice(0, 10)}T00:00:00.000Z` },
    { field: 'status', operator: 'not_in', value: CLOSED },
  ]
}
