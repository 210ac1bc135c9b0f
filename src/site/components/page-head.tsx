import type { ReactNode } from 'react'

type PageHeadProps = {
  /** In the margin: breadcrumbs, or the name of the section. */
  margin?: ReactNode
  title: string
  lead?: string | null
  children?: ReactNode
}

/** The opening of a page: its heading, and what it is about. */
export function PageHead({ margin, title, lead, children }: PageHeadProps) {
  return (
    <div className="section page-head">
      <div className="section-margin">{margin}</div>
      <div className="section-body">
        <h1 className="page-title">{title}</h1>
        {lead ? <p className="lead">{lead}</p> : null}
        {children}
      </div>
    </div>
  )
}
