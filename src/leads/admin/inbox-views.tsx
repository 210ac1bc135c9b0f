import { Link } from '@payloadcms/ui'
import type { ListViewServerProps } from 'payload'
import { type Condition, listUrl } from '@/ui/admin/list-url'

/** The questions that the inbox is opened with, one click each, above the list of leads. */
export function InboxViews({ user }: Pick<ListViewServerProps, 'user'>) {
  const views: [label: string, conditions: Condition[]][] = [
    ['All', []],
    ['New', [{ field: 'status', value: 'new' }]],
    ['Mine', user ? [{ field: 'owner', value: String(user.id) }] : []],
    ['Without an owner', [{ field: 'owner', operator: 'exists', value: 'false' }]],
    ['In progress', [{ field: 'status', operator: 'in', value: 'contacted,qualified' }]],
  ]
  return (
    <nav aria-label="Inbox" className="list-views">
      {views.map(([label, conditions]) => (
        <Link href={listUrl('leads', conditions)} key={label}>
          {label}
        </Link>
      ))}
    </nav>
  )
}
