import type { ListViewServerProps } from 'payload'
import { type ListView, ListViews } from '@/ui/admin/list-views'
import { overdue } from '../overdue'

type Props = Pick<ListViewServerProps, 'user' | 'searchParams'>

/** The questions that the inbox is opened with, one click each, above the list of leads. */
export function InboxViews({ searchParams, user }: Props) {
  const views: ListView[] = [
    ['All', []],
    ['New', [{ field: 'status', value: 'new' }]],
    ['Mine', user ? [{ field: 'owner', value: String(user.id) }] : []],
    ['Without an owner', [{ field: 'owner', operator: 'exists', value: 'false' }]],
    ['In progress', [{ field: 'status', operator: 'in', value: 'contacted,qualified' }]],
    ['Overdue', overdue(new Date())],
  ]
  return <ListViews label="Inbox" collection="leads" views={views} searchParams={searchParams} />
}
