import type { MeetingBlock } from '@/payload-types'
import { isPopulated } from '@/platform/relations'
import type { Messages } from '@/site/messages'
import { bookPath } from '@/site/urls'
import { ButtonLink } from '@/ui/button'

type MeetingCardProps = {
  block: MeetingBlock
  messages: Messages
  /** Slug of the article it stands in. */
  from?: string
}

/** The way to a meeting as it stands in a text. A kind that is no longer offered gives way to the list of all. */
export function MeetingCard({ block, messages, from }: MeetingCardProps) {
  const texts = messages.booking
  const type = isPopulated(block.type) ? block.type : undefined
  const text = block.text || type?.description
  return (
    <div className="spec">
      <p className="spec-head label">
        <span>{texts.label}</span>
        {type ? (
          <span>
            {texts.minutes(type.length)} · {texts.locations[type.location.kind]}
          </span>
        ) : null}
      </p>
      <div className="spec-body">
        <p className="spec-name">{block.title || type?.name || texts.title}</p>
        {text ? <p className="mt-2 text-soft">{text}</p> : null}
        <div className="mt-4">
          <ButtonLink href={bookPath({ type: type?.slug, from })} data-booking-dialog={texts.close}>
            {texts.title}
          </ButtonLink>
        </div>
      </div>
    </div>
  )
}
