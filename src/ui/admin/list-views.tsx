import { Link } from '@payloadcms/ui'
import { type Condition, listUrl } from './list-url'

/** A question that a list is opened with, and the conditions that answer it. */
export type ListView = readonly [label: string, conditions: Condition[]]

type Query = Record<string, string | string[] | undefined> | undefined

/** True if the list is narrowed by exactly this. */
function isOpen(href: string, searchParams: Query): boolean {
  const asked = Object.entries(searchParams ?? {}).filter(([key]) => key.startsWith('where'))
  const wanted = new URL(href, 'http://admin').searchParams
  return asked.length === wanted.size && asked.every(([key, value]) => wanted.get(key) === value)
}

type ListViewsProps = {
  /** Names the views to those who do not see them. */
  label: string
  collection: string
  views: readonly ListView[]
  searchParams: Query
}

/** Saved views above a list, one click each. */
export function ListViews({ label, collection, views, searchParams }: ListViewsProps) {
  return (
    <nav aria-label={label} className="list-views">
      {views.map(([name, conditions]) => {
        const href = listUrl(collection, conditions)
        return (
          <Link aria-current={isOpen(href, searchParams) ? 'page' : undefined} href={href} key={name}>
            {name}
          </Link>
        )
      })}
    </nav>
  )
}
