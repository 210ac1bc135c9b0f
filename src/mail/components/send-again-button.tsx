'use client'

import { useDocumentInfo, useFormFields } from '@payloadcms/ui'
import { AdminAction } from '@/ui/admin-action'

/** Above a failed mail: try it once more. Nothing on any other mail. */
export function SendAgainButton() {
  const { id } = useDocumentInfo()
  const state = useFormFields(([fields]) => fields.state?.value)
  return id && state === 'failed' ? <AdminAction path={`/emails/${id}/send-again`} label="Send again" /> : null
}
