'use client'

import type { DefaultCellComponentProps } from 'payload'
import { InlineSelect } from '@/ui/admin/inline-select'
import { LEAD_STATUSES } from '../../statuses'

/** The status of a lead in a list, which can be changed there. */
export function StatusCell({ cellData, rowData }: DefaultCellComponentProps) {
  const url = `/api/leads/${rowData.id}`
  return (
    <InlineSelect
      field="status"
      label={`Status of ${rowData.name}`}
      options={LEAD_STATUSES}
      url={url}
      value={String(cellData ?? '')}
    />
  )
}
