'use client'

import { Button, toast, useConfig, useSelection } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

/** Above the list of e-mails, while rows are ticked: sends those of them again that failed or were sent. */
export function SendSelectedAgain() {
  const { count, getSelectedIds, toggleAll } = useSelection()
  const ids = getSelectedIds().map(String)
  const { config } = useConfig()
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  if (count === 0) return null

  async function send(): Promise<void> {
    setBusy(true)
    const response = await fetch(`${config.routes.api}/emails/send-again`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ids }),
    }).catch(() => undefined)
    setBusy(false)
    if (!response?.ok) {
      toast.error('That did not work. Reload the page and try again.')
      return
    }
    const { queued } = (await response.json()) as { queued: number }
    const left = ids.length - queued
    const kept = left > 0 ? ` ${left} stay as they are: on their way, or paused.` : ''
    toast.success(`${queued === 1 ? 'One mail is' : `${queued} mails are`} sent again.${kept}`)
    toggleAll()
    router.refresh()
  }

  return (
    <Button buttonStyle="secondary" disabled={busy} margin={false} onClick={send} size="medium">
      Send again ({ids.length})
    </Button>
  )
}
