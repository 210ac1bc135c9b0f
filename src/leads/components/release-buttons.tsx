'use client'

import { useDocumentInfo, useFormFields } from '@payloadcms/ui'
import { AdminAction } from '@/ui/admin-action'

type DecisionButtonsProps = {
  id: string
  /** Who wrote, for those who hear only the buttons of a list. */
  name?: string
  state: string
  size?: 'small' | 'medium'
}

/** What a person decides about a held message. Nothing for any other message. */
export function DecisionButtons({ id, name, state, size }: DecisionButtonsProps) {
  if (state !== 'held' && state !== 'spam') return null
  const about = name ? ` the message of ${name}` : ''
  return (
    <>
      <AdminAction path={`/contact-submissions/${id}/release`} label="Release" about={about} size={size} />
      {state === 'held' ? (
        <AdminAction
          path={`/contact-submissions/${id}/spam`}
          label={name ? 'Spam' : 'Mark as spam'}
          about={about}
          size={size}
          buttonStyle="secondary"
        />
      ) : null}
    </>
  )
}

/** Above a message: what a person decides about it. */
export function ReleaseButtons() {
  const { id } = useDocumentInfo()
  const state = useFormFields(([fields]) => fields.state?.value)
  return id ? <DecisionButtons id={String(id)} state={String(state)} /> : null
}
