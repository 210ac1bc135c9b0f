'use client'

import { Button, useAuth, useConfig, useDocumentInfo, useFormFields, useModal } from '@payloadcms/ui'
import { type Actor, isAdmin } from '@/access/roles'
import { EraseModal } from './erase-modal'

/** Above a lead: everything that is kept of the person as a file, and for admins the end of it. */
export function PrivacyButtons() {
  const { config } = useConfig()
  const { id } = useDocumentInfo()
  const { user } = useAuth<Actor>()
  const { openModal } = useModal()
  // What is stored, not what is being typed: it is the name that the confirmation asks for.
  const name = useFormFields(([fields]) => fields.name?.initialValue)
  if (!id) return null
  const url = `${config.routes.api}/leads/${id}`
  const modal = `erase-${id}`
  return (
    <>
      <Button buttonStyle="secondary" el="anchor" size="medium" url={`${url}/export`}>
        Export everything
      </Button>
      {isAdmin(user) ? (
        <>
          <Button buttonStyle="secondary" onClick={() => openModal(modal)} size="medium">
            Erase
          </Button>
          <EraseModal name={String(name ?? '')} slug={modal} url={`${url}/erase`} />
        </>
      ) : null}
    </>
  )
}
