import { ButtonLink } from '@/ui/button'
import { bookPath, contactPath } from '../urls'

type NextStepProps = {
  title: string
  text?: string | null
  label: string
  /** Key of the enquiry type chosen in the contact form. */
  topic?: string | null
  /** Slug of the article it stands in. */
  from?: string | null
}

/** The enquiry type of those who would rather talk: they choose a time at once. */
const MEETING = 'meeting'

/** A call to action: the one dark slab on a page. */
export function NextStep({ title, text, label, topic, from }: NextStepProps) {
  return (
    <div className="next-step">
      <p className="next-step-title">{title}</p>
      {text ? <p className="next-step-text">{text}</p> : null}
      <ButtonLink href={topic === MEETING ? bookPath({ from }) : contactPath({ topic, from })}>{label}</ButtonLink>
    </div>
  )
}
