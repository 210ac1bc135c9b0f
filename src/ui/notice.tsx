import type { ReactNode } from 'react'

/** A boxed message about the page itself: a receipt, a limit reached, a remark. */
export function Notice({ label, title, children }: { label?: string; title?: ReactNode; children?: ReactNode }) {
  return (
    <div className="notice">
      {label ? <p className="label">{label}</p> : null}
      {title ? <h2 className="notice-title">{title}</h2> : null}
      {children}
    </div>
  )
}
