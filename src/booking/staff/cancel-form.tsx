'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { ask } from '@/ui/admin/ask'

type Props = { api: string; id: string; onClose: () => void }

/** Asks why a meeting is cancelled, and cancels it. */
export function CancelForm({ api, id, onClose }: Props) {
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  async function cancel() {
    setBusy(true)
    const answer = await ask(`${api}/meetings/${id}/cancel`, { reason })
    // The form of the page holds what the meeting was; only a new page holds what it is.
    if (!answer.problem) return window.location.reload()
    setBusy(false)
    setProblem(answer.problem)
  }

  return (
    <div className="meeting-form">
      <label>
        Reason (the guest reads it)
        <textarea maxLength={1000} onChange={(event) => setReason(event.target.value)} rows={3} value={reason} />
      </label>
      {problem && <p role="alert">{problem}</p>}
      <div className="meeting-actions">
        <Button disabled={busy} margin={false} onClick={cancel}>
          Cancel the meeting, and tell the guest
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={onClose}>
          Keep it
        </Button>
      </div>
    </div>
  )
}
