'use client'

import { useConfig } from '@payloadcms/ui'
import type { TimelineEntry } from '../timeline/timeline'

const moment = (at: string) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))

/** What happened with a lead, in the time of whoever reads it. */
export function TimelineList({ entries }: { entries: TimelineEntry[] }) {
  const { config } = useConfig()
  if (entries.length === 0) return <p>Nothing has happened yet.</p>
  return (
    <ol className="lead-timeline__list">
      {entries.map(({ at, author, id, kind, source, text, title }) => (
        <li data-kind={kind} key={id}>
          <p className="lead-timeline__when">
            <time dateTime={at}>{moment(at)}</time>
            {author ? ` · ${author}` : ''}
          </p>
          <p className="lead-timeline__title">
            {source ? (
              <a href={`${config.routes.admin}/collections/${source.collection}/${source.id}`}>{title}</a>
            ) : (
              title
            )}
          </p>
          {text ? <p className="lead-timeline__text">{text}</p> : null}
        </li>
      ))}
    </ol>
  )
}
