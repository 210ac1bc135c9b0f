import type { ReactNode } from 'react'
import { classNames } from './class-names'

type SectionProps = {
  /** Counts among the sections of its sheet and shows its number in the margin; the style sheet counts. */
  numbered?: boolean
  /** A short label in the margin, under the number. */
  label?: ReactNode
  title?: ReactNode
  /** Id of the title, which names the section. */
  id?: string
  className?: string
  children: ReactNode
}

/** A numbered section of a sheet: its number and label in the margin, its title and text in the column. */
export function Section({ numbered = false, label, title, id, className, children }: SectionProps) {
  return (
    <section className={classNames('section', className)} aria-labelledby={title ? id : undefined}>
      {numbered || label ? (
        <div className="section-margin">
          {numbered ? <span className="section-number" /> : null}
          {label ? <div className="label">{label}</div> : null}
        </div>
      ) : null}
      <div className="section-body">
        {title ? (
          <h2 className="section-title" id={id}>
            {title}
          </h2>
        ) : null}
        {children}
      </div>
    </section>
  )
}
