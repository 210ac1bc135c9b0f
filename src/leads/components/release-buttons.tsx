'use client'

import { useDocumentInfo, useFormFields } from '@payloadcms/ui'
import { AdminAction } from '@/ui/admin-action'

/** Above a held message: what a person decides about it. Nothing on any other message. */
export function ReleaseButtons() {
  const { id } = useDocumentInfo()
  const state = useFormFields(([fields]) => fields.state?.value)
  if (!id || (state !== 'held' && state !== 'spam')) return null
  return (
    <>
      <AdminAction path={`/contact-submissions/${id}/release`} label="Release" />
      {state === 'held' ? (
        <AdminAction path={`/contact-submissions/${id}/spam`} label="Mark as spam" buttonStyle="secondary" />
      ) : null}
    </>
  )
}
