'use client'

import { Button, useConfig } from '@payloadcms/ui'
import { useState } from 'react'
import { ask } from '@/ui/admin/ask'

/** Makes and stops the address by which a host has their meetings in their own calendar. */
export function CalendarAddress({ id, shared }: { id: string; shared: boolean }) {
  const { api } = useConfig().config.routes
  const [isShared, setShared] = useState(shared)
  const [url, setUrl] = useState<string>()
  const [problem, setProblem] = useState<string>()

  async function renew() {
    const answer = await ask<{ url: string }>(`${api}/hosts/${id}/calendar`, {})
    setProblem(answer.problem)
    if (!answer.body) return
    setUrl(answer.body.url)
    setShared(true)
  }

  async function stop() {
    const answer = await ask(`${api}/hosts/${id}/calendar/stop`, {})
    setProblem(answer.problem)
    if (answer.problem) return
    setUrl(undefined)
    setShared(false)
  }

  return (
    <>
      {url && (
        <p className="calendar-address" role="status">
          <label>
            Subscribe to this address. It is shown this once: whoever has it reads your meetings.
            <input onFocus={(event) => event.target.select()} readOnly value={url} />
          </label>
        </p>
      )}
      {isShared && !url && <p>An address is in use. Make a new one if it is lost; the old one then opens nothing.</p>}
      {problem && <p role="alert">{problem}</p>}
      <div className="meeting-actions">
        <Button buttonStyle="secondary" margin={false} onClick={renew} size="small">
          {isShared ? 'Make a new address' : 'Make an address'}
        </Button>
        {isShared && (
          <Button buttonStyle="secondary" margin={false} onClick={stop} size="small">
            Stop it
          </Button>
        )}
      </div>
    </>
  )
}
