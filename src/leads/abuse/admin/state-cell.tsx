'use client'

import type { DefaultCellComponentProps } from 'payload'
import { DecisionButtons } from '../../components/release-buttons'

const LABELS: Record<string, string> = { accepted: 'Accepted', held: 'Held', released: 'Released', spam: 'Spam' }

/** The state of a message in a list, and what may be decided about it there. */
export function StateCell({ cellData, rowData }: DefaultCellComponentProps) {
  const state = String(cellData ?? '')
  return (
    <div className="decision-cell">
      <span>{LABELS[state] ?? state}</span>
      <DecisionButtons id={String(rowData.id)} name={String(rowData.name)} state={state} size="small" />
    </div>
  )
}
