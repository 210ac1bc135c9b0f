'use client'

import { Button, toast, useConfig } from '@payloadcms/ui'
import { useState } from 'react'
import { ask } from '@/ui/admin/ask'

type Props = { lead: string; kind: 'note' | 'call'; onDone: () => void }

const LABELS = { note: 'What colleagues should know', call: 'What was said on the phone' }

/** Writes a note or a call into the timeline, in one step, without leaving what is typed elsewhere on the page. */
export function EntryForm({ kind, lead, onDone }: Props) {
  const { config } = useConfig()
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)

  async function add() {
    setBusy(true)
    const answer = await ask(`${config.routes.api}/lead-events`, { lead, kind, text })
    setBusy(false)
    if (answer.problem) return toast.error(answer.problem)
    setText('')
    onDone()
  }

  return (
    <div className="lead-timeline__form">
      <label>
        {LABELS[kind]}
        <textarea onChange={(event) => setText(event.target.value)} rows={4} value={text} />
      </label>
      <Button disabled={busy || !text.trim()} margin={false} onClick={add} size="medium">
        {kind === 'note' ? 'Add note' : 'Log call'}
      </Button>
    </div>
  )
}
