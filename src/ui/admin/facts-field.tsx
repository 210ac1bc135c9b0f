'use client'

import { FieldLabel, useField } from '@payloadcms/ui'
import type { JSONFieldClientProps } from 'payload'

type Row = [label: string, value: string]

const words = (key: string) => {
  const spaced = key.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

const text = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value))

/** Rows of what is kept as `[{ label, value }]`, as `['a', 'b']` or as `{ key: value }`. */
function rowsOf(value: unknown): Row[] {
  if (Array.isArray(value)) {
    return value.map((entry): Row => (typeof entry === 'object' ? [entry.label, text(entry.value)] : ['', text(entry)]))
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).map(([key, part]): Row => [words(key), text(part)])
}

/**
 * JSON that is read and never edited, as words. Payload's own field would load its code editor from another host.
 * @param words says single values of a list to people
 */
export function FactsField({ field, path, say }: JSONFieldClientProps & { say?: Record<string, string> }) {
  const { value } = useField<unknown>({ path })
  const rows = rowsOf(value).filter(([, part]) => part !== '' && part !== 'undefined' && part !== 'null')
  if (rows.length === 0) return null
  return (
    <div className="field-type facts-field">
      <FieldLabel label={field.label} path={path} />
      <dl>
        {rows.map(([label, part]) => (
          <div key={label + part}>
            {label && <dt>{label}</dt>}
            <dd>{say?.[part] ?? part}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
