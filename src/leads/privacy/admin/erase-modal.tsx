'use client'

import { Button, Modal, toast, useConfig, useModal } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'

type Props = {
  slug: string
  /** Name of the lead, which is typed to confirm. */
  name: string
  /** Address that erases. */
  url: string
}

function EraseForm({ name, slug, url }: Props) {
  const { config } = useConfig()
  const { closeModal } = useModal()
  const router = useRouter()
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const ids = useId()
  const isConfirmed = typed.trim() !== '' && typed.trim() === name.trim()

  useEffect(() => input.current?.focus(), [])

  async function erase(event: FormEvent): Promise<void> {
    event.preventDefault()
    // React hands the event on to the form of the document, in which this stands.
    event.stopPropagation()
    if (!isConfirmed || busy) return
    setBusy(true)
    const response = await fetch(url, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: typed }),
    }).catch(() => undefined)
    setBusy(false)
    if (!response?.ok) {
      toast.error('The erasure was not finished. Try again; if it fails again, the log says why.')
      return
    }
    closeModal(slug)
    toast.success('The person is erased.')
    router.push(`${config.routes.admin}/collections/leads`)
  }

  return (
    <form aria-labelledby={`${ids}-title`} className="erase-form" onSubmit={erase}>
      <h1 id={`${ids}-title`}>Erase this person?</h1>
      <p>
        Their leads, addresses, messages, timeline and mails are removed for good, and mail that is on its way to them
        is not sent. Nobody can undo this.
      </p>
      <label htmlFor={`${ids}-name`}>
        Type <strong>{name}</strong> to confirm
      </label>
      <input
        autoComplete="off"
        id={`${ids}-name`}
        onChange={(event) => setTyped(event.target.value)}
        ref={input}
        type="text"
        value={typed}
      />
      <div className="erase-form__controls">
        <Button buttonStyle="secondary" disabled={busy} onClick={() => closeModal(slug)} size="large" type="button">
          Cancel
        </Button>
        <Button buttonStyle="error" disabled={!isConfirmed || busy} size="large" type="submit">
          Erase for good
        </Button>
      </div>
    </form>
  )
}

/** Asks for the name of the lead before it is erased; Escape and Cancel leave everything as it is. */
export function EraseModal(props: Props) {
  const { isModalOpen } = useModal()
  if (!isModalOpen(props.slug)) return null
  return (
    <Modal className="erase-modal" closeOnBlur={false} slug={props.slug}>
      <EraseForm {...props} />
    </Modal>
  )
}
