import type { ListViewServerProps } from 'payload'
import { type ListView, ListViews } from '@/ui/admin/list-views'

const VIEWS: ListView[] = [
  ['All', []],
  ['Held', [{ field: 'state', value: 'held' }]],
  ['Spam', [{ field: 'state', value: 'spam' }]],
]

/** Above the list of messages: those that wait for a decision, and those that were decided to be spam. */
export function MessageViews({ searchParams }: Pick<ListViewServerProps, 'searchParams'>) {
  return <ListViews label="Messages" collection="contact-submissions" views={VIEWS} searchParams={searchParams} />
}
