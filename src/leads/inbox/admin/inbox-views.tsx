import { Link } from '@payloadcms/ui'
import type { ListViewServerProps } from 'payload'
import { type Condition, listUrl } from '@/ui/admin/list-url'
import { overdue } from '../overdue'

type Props = Pick<ListViewServerProps, 'user' | 'searchParams'>

/** True if the list is narrowed by exactly this. */
function isOpen(href: string, searchParams: Props['searchParams']): boolean {
  const asked = Object.entries(searchParams ?? {}).filter(([key]) => key.startsWith('where'))
  const wanted = new URL(href, 'http://admin').searchParams
  return asked.length === wanted.size && asked.every(([key, value]) => wanted.get(key) === value)
}

/** The questions that the inbox is opened with, one click each, above the list of leads. */
export function InboxViews({ searchParams, user }: Props) {
  const views: [label: string, conditions: Condition[]][] = [
    ['All', []],
    ['New', [{ field: 'status', value: 'new' }]],
    ['Mine', user ? [{ field: 'owner', value: String(user.id) }] : []],
    ['Without an owner', [{ field: 'owner', operator: 'exists', value: 'false' }]],
    ['In progress', [{ field: 'status', operator: 'in', value: 'contacted,qualified' }]],
    ['Overdue', overdue(new Date())],
  ]
  return (
    <nav aria-label="Inbox" className="list-views">
      {views.map(([label, conditions]) => {
        const href = listUrl('leads', conditions)
        return (
          <Link aria-current={isOpen(href, searchParams) ? 'page' : undefined} href={href} key={label}>
            {label}
          </Link>
        )
      })}
    </nav>
  )
}
