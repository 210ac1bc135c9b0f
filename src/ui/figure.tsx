import type { ReactNode } from 'react'
import { classNames } from './class-names'

type FigureProps = {
  /** "Fig. 2", "Table 1". */
  label?: string
  caption?: ReactNode
  className?: string
  children: ReactNode
}

/** A picture, chart or table under its rule, with a numbered caption. */
export function Figure({ label, caption, className, children }: FigureProps) {
  return (
    <figure className={classNames('figure', className)}>
      {children}
      <FigureCaption label={label} caption={caption} />
    </figure>
  )
}

/** "Fig. 2 · Adoption by year"; nothing where there is neither number nor words. */
function FigureCaption({ label, caption }: Pick<FigureProps, 'label' | 'caption'>) {
  if (!label && !caption) return null
  return (
    <figcaption className="figure-caption">
      <CaptionText label={label} caption={caption} />
    </figcaption>
  )
}

/** The words of a caption, for figures that say more than that under their picture. */
export function CaptionText({ label, caption }: Pick<FigureProps, 'label' | 'caption'>) {
  return (
    <p>
      {label ? <span className="figure-number">{label}</span> : null}
      {label && caption ? ' · ' : null}
      {caption}
    </p>
  )
}
