'use client'

import { toast } from '@payloadcms/ui'
import { useState } from 'react'

type Props = {
  /** What is chosen, for those who do not see the column's heading. */
  label: string
  /** Address of the document in REST, without its query. */
  url: string
  /** Name of the field that the choice is written to. */
  field: string
  value: string
  options: readonly { value: string; label: string }[]
}

/** A field of a row in a list, changed where it stands. A refusal is said, and the old value comes back. */
export function InlineSelect({ label, url, field, value, options }: Props) {
  const [chosen, setChosen] = useState(value)
  const [busy, setBusy] = useState(false)

  async function write(next: string) {
    setChosen(next)
    setBusy(true)
    const response = await fetch(`${url}?depth=0`, {
      method: 'PATCH',
      credentials: 'include',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ [field]: next || null }),
    }).catch(() => undefined)
    setBusy(false)
    if (response?.ok) return
    setChosen(chosen)
    const answer = await response?.json().catch(() => undefined)
    toast.error(answer?.errors?.[0]?.message ?? 'The change was not saved. Try again.')
  }

  return (
    <select
      aria-label={label}
      className="inline-select"
      data-value={chosen}
      disabled={busy}
      onChange={(event) => write(event.target.value)}
      value={chosen}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
