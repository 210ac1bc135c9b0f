import { Link } from '@payloadcms/ui'
import type { ListViewServerProps } from 'payload'
import { bookForCallerPath, meetingsWeekPath } from '@/site/urls'
import { type ListView, ListViews } from '@/ui/admin/list-views'

const views = (now: string): readonly ListView[] => [
  [
    'Upcoming',
    [
      { field: 'status', value: 'confirmed' },
      { field: 'start', operator: 'greater_than', value: now },
    ],
  ],
  [
    'To be noted',
    [
      { field: 'status', value: 'confirmed' },
      { field: 'start', operator: 'less_than', value: now },
    ],
  ],
  ['Did not come', [{ field: 'status', value: 'no-show' }]],
  ['Cancelled', [{ field: 'status', value: 'cancelled' }]],
  ['All', []],
]

/** Above the list of meetings: the calendar of the week, a new booking, and what one looks for. */
export function WeekLinks({ searchParams }: Pick<ListViewServerProps, 'searchParams'>) {
  // To the hour: the link that was followed must be known again on the page it opens.
  const now = `${new Date().toISOString().slice(0, 13)}:00:00.000Z`
  return (
    <>
      <p className="week-links">
        <Link href={meetingsWeekPath()}>Calendar of the week</Link>
        <Link href={bookForCallerPath()}>Book for a caller</Link>
      </p>
      <ListViews collection="meetings" label="Meetings" searchParams={searchParams} views={views(now)} />
    </>
  )
}
