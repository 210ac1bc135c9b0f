'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { UnfitList } from './unfit-list'

/** At the top of a host, a meeting type or the rules of all: what no longer fits, looked for anew after each save. */
export function UnfitMeetings() {
  const { id, collectionSlug, lastUpdateTime } = useDocumentInfo()
  if (!collectionSlug) return <UnfitList key={lastUpdateTime} />
  if (!id) return null
  return <UnfitList key={lastUpdateTime} scope={{ [collectionSlug === 'hosts' ? 'host' : 'type']: String(id) }} />
}
