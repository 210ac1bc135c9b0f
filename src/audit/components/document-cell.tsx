'use client'

import { Link, useConfig } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'

/** What an entry of the audit log is about, with a way there as long as it exists. */
export function DocumentCell({ cellData, rowData }: DefaultCellComponentProps) {
  const { getEntityConfig } = useConfig()
  const { action, entity, document } = rowData as { action?: string; entity?: string; document?: string }
  const slug = entity ?? ''
  const title = typeof cellData === 'string' && cellData ? cellData : document
  if (getEntityConfig({ globalSlug: slug })) return <Link href={`/admin/globals/${slug}`}>{slug}</Link>
  if (!document || action === 'delete' || action === 'erase') return <span>{title ?? '–'}</span>
  return <Link href={`/admin/collections/${slug}/${document}`}>{title}</Link>
}
