'use client'

import { Button, useConfig, useDocumentInfo, useFormFields } from '@payloadcms/ui'
import type { FormField } from 'payload'
import { useEffect, useState } from 'react'
import { ask } from '@/ui/admin/ask'
import type { FeedAnswer } from '../endpoints'

const isEdited = (field: FormField | undefined) => (field?.value || '') !== (field?.initialValue || '')

/** Below the other calendar of a host: when it was read and what it blocks, or why it cannot be read. */
export function FeedPanel() {
  const { id, lastUpdateTime } = useDocumentInfo()
  const { edited, given } = useFormFields(([fields]) => {
    const parts = [fields['busyFeed.url'], fields['busyFeed.file']]
    return { edited: parts.some(isEdited), given: parts.some((part) => part?.value) }
  })
  if (edited) {
    const words = given
      ? 'Once it is saved, it will be read within a minute.'
      : 'Once this is saved, it blocks nothing.'
    return <p className="busy-feed">{words}</p>
  }
  // Each save starts anew: what was known is of the calendar before.
  return id ? <FeedState id={String(id)} key={lastUpdateTime} /> : null
}

function FeedState({ id }: { id: string }) {
  const { api } = useConfig().config.routes
  const [status, setStatus] = useState<FeedAnswer>()
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const url = `${api}/hosts/${id}/busy-feed`

  useEffect(() => {
    ask<FeedAnswer>(url).then(({ body, problem }) => {
      setStatus(body)
      setProblem(problem)
    })
  }, [url])

  async function check() {
    setBusy(true)
    const answer = await ask<FeedAnswer>(url, {})
    setBusy(false)
    setProblem(answer.problem)
    if (answer.body) setStatus(answer.body)
  }

  if (status?.state === 'none') return null
  return (
    <div className="busy-feed" data-state={status?.state}>
      <p role="status">{status?.words}</p>
      {problem && <p role="alert">{problem}</p>}
      {status?.mayCheck && (
        <Button buttonStyle="secondary" disabled={busy} margin={false} onClick={check} size="small">
          {busy ? 'Reading it…' : 'Check now'}
        </Button>
      )}
    </div>
  )
}
