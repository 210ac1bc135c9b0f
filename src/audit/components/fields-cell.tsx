'use client'

import type { DefaultCellComponentProps } from 'payload'

/** The names of the fields that were changed; Payload would show the list as code. */
export function FieldsCell({ cellData }: DefaultCellComponentProps) {
  const names: unknown[] = Array.isArray(cellData) ? cellData : []
  return <span>{names.join(', ')}</span>
}
