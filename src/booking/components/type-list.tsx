import type { Site } from '@/site/queries'
import { bookPath, contactPath } from '@/site/urls'
import { ButtonLink } from '@/ui/button'
import type { OfferedType } from '../page/offered-types'

type TypeListProps = {
  site: Site
  types: OfferedType[]
  /** Slug of the article that led here. */
  from?: string
}

/** What can be booked, as an index: name, length, place, and what it is for. */
export function TypeList({ site: { messages }, types, from }: TypeListProps) {
  const texts = messages.booking
  return (
    <ol className="index-list meeting-types">
      {types.map(({ slug, name, description, minutes, location }, index) => (
        <li key={slug}>
          <span className="index-number" aria-hidden="true">
            {String(index + 1).padStart(2, '0')}
          </span>
          <h2 className="index-name">
            <a href={bookPath({ type: slug, from })}>{name}</a>
          </h2>
          <span className="label">
            {texts.minutes(minutes)} · {texts.locations[location]}
          </span>
          {description ? <p>{description}</p> : null}
        </li>
      ))}
    </ol>
  )
}

/** What stands in place of the list when nothing can be booked. */
export function NothingToBook({ site: { messages }, from }: { site: Site; from?: string }) {
  return (
    <>
      <p className="text-soft">{messages.booking.none}</p>
      <div className="actions">
        <ButtonLink href={contactPath({ topic: 'meeting', from })}>{messages.booking.writeInstead}</ButtonLink>
      </div>
    </>
  )
}
