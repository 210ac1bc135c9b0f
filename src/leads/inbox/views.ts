import type { Condition } from '@/ui/admin/list-url'
import type { ListView } from '@/ui/admin/list-views'

/** Where nothing is left to do. */
const CLOSED = 'won,lost,spam'

/**
 * Leads whose next action was due before today and that are not closed. A day without a time is kept as its noon in
 * UTC, so that it is over with its day; to the day, also to make the address of the list the same until tomorrow.
 */
function overdue(now: Date): Condition[] {
  return [
    { field: 'nextActionAt', operator: 'less_than', value: `${now.toISOString().slice(0, 10)}T00:00:00.000Z` },
    { field: 'status', operator: 'not_in', value: CLOSED },
  ]
}

/**
 * The questions that the inbox is opened with, one click each.
 * @param viewer id of the account that asks
 */
export const inboxViews = (viewer: string, now: Date): ListView[] => [
  ['All', []],
  ['New', [{ field: 'status', value: 'new' }]],
  ['Mine', [{ field: 'owner', value: viewer }]],
  ['Without an owner', [{ field: 'owner', operator: 'exists', value: 'false' }]],
  ['In progress', [{ field: 'status', operator: 'in', value: 'contacted,qualified' }]],
  ['Overdue', overdue(now)],
]
