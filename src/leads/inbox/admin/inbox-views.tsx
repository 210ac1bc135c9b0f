import type { ListViewServerProps } from 'payload'
import { ListViews } from '@/ui/admin/list-views'
import { inboxViews } from '../views'

type Props = Pick<ListViewServerProps, 'user' | 'searchParams'>

/** The saved views of the inbox, above the list of leads. */
export function InboxViews({ searchParams, user }: Props) {
  const views = inboxViews(String(user?.id), new Date())
  return <ListViews label="Inbox" collection="leads" views={views} searchParams={searchParams} />
}
