'use client'

import { useRowLabel } from '@payloadcms/ui'
import type { Holiday } from '@/booking/calendar/holidays'

const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })

/** A row of the holidays while it is closed: `1 Jan 2027 · New Year`. */
export function HolidayLabel() {
  const { data, rowNumber } = useRowLabel<Partial<Holiday>>()
  const day = Date.parse(data?.date ?? '')
  const parts = [Number.isNaN(day) ? undefined : format.format(day), data?.name]
  return <span>{parts.filter(Boolean).join(' · ') || `Holiday ${(rowNumber ?? 0) + 1}`}</span>
}
