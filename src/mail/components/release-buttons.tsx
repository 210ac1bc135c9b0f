'use client'

import { useSelection } from '@payloadcms/ui'
import { AdminAction } from '@/ui/admin-action'

const PATH = '/emails/release'

/** Releases the rows that are ticked in the list, or all that are paused. */
export function ReleaseButtons() {
  const { count, getSelectedIds } = useSelection()
  return (
    <div className="paused-mail__buttons">
      {count > 0 && <AdminAction path={PATH} body={{ ids: getSelectedIds().map(String) }} label="Release" />}
      <AdminAction path={PATH} body={{ all: true }} label="Release all paused" buttonStyle="secondary" />
    </div>
  )
}
