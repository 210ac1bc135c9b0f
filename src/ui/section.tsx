import type { ReactNode } from 'react'
import { classNames } from './class-names'

type SectionProps = {
  /** Stands in the margin: `1` reads "01". */
  number?: number
  /** A short label in the margin, under the number. */
  label?: ReactNode
  title?: ReactNode
  /** Id of the title, which names the section. */
  id?: string
  className?: string
  children: ReactNode
}

/** A numbered section of a sheet: its number and label in the margin, its title and text in the column. */
export function Section({ number, label, title, id, className, children }: SectionProps) {
  return (
    <section className={classNames('section', className)} aria-labelledby={title ? id : undefined}>
      {number !== undefined || label ? (
        <div className="section-margin">
          {number !== undefined ? (
            <span className="section-number" aria-hidden="true">
              {String(number).padStart(2, '0')}
            </span>
          ) : null}
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
