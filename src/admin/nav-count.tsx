'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'

type NavCountProps = { collection: string; count: number; what: string }

/**
 * A number beside the link of a collection. Payload lets nobody into its links, but gives each an id; on the page of the
 * list itself the link is another element, so it is looked for again on every page.
 */
export function NavCount({ collection, count, what }: NavCountProps) {
  const pathname = usePathname()
  const [link, setLink] = useState<HTMLElement | null>(null)
  useEffect(() => setLink(document.getElementById(`nav-${collection}`)), [collection, pathname])
  if (!link) return null
  return createPortal(
    <span className="nav-count">
      {count} {what}
    </span>,
    link,
  )
}
