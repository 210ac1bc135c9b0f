'use client'

import type { DefaultCellComponentProps } from 'payload'
import { VERDICT_WORDS } from '../verdict-words'

const WORDS: Record<string, string> = VERDICT_WORDS

/** Why a message is held, in words. An accepted one may have signs too, which were too weak to hold it. */
export function ReasonsCell({ cellData }: DefaultCellComponentProps) {
  const reasons: unknown[] = Array.isArray(cellData) ? cellData : []
  return <span>{reasons.map((reason) => WORDS[String(reason)] ?? String(reason)).join('; ')}</span>
}
