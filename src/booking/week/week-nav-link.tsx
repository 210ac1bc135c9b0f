'use client'

import { Link } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'

/**
 * A link beside that of the list of meetings. Payload lets nobody into its groups of links, but gives each link an id;
 * on the page of the list itself it is another element, so it is looked for again on every page.
 */
export function WeekNavLink({ href }: { href: string }) {
  const pathname = usePathname()
  const [group, setGroup] = useState<HTMLElement | null>(null)
  useEffect(() => setGroup(document.getElementById('nav-meetings')?.parentElement ?? null), [pathname])
  if (!group) return null
  const isHere = pathname === href
  return createPortal(
    <Link aria-current={isHere ? 'page' : undefined} className="nav__link" href={href}>
      {isHere && <div className="nav__link-indicator" />}
      <span className="nav__link-label">Week of meetings</span>
    </Link>,
    group,
  )
}
