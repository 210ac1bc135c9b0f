'use client'

import { Button, useConfig } from '@payloadcms/ui'
import { type FormEvent, useState } from 'react'

type Result = { sent: boolean; mode: 'smtp' | 'files'; answer: string }

/** What is said above the answer of the server. */
function heading({ sent, mode }: Result): string {
  if (!sent) return 'The mail was not taken:'
  return mode === 'files' ? 'No mail server is set, so the mail is a file:' : 'The server took the mail:'
}

/** Sends one mail at once, and shows what the server says, letter by letter. */
export function TestMail({ address, mode }: { address: string; mode: Result['mode'] }) {
  const { config } = useConfig()
  const [busy, setBusy] = useState(false)
  const [result, setResult] = useState<Result>()

  async function send(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const to = new FormData(event.currentTarget).get('to')
    setBusy(true)
    setResult(undefined)
    const response = await fetch(`${config.routes.api}/emails/test`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ to }),
    }).catch(() => undefined)
    const answer = await response?.json().catch(() => undefined)
    setBusy(false)
    if (response?.ok && answer) setResult(answer as Result)
    else setResult({ sent: false, mode, answer: answer?.errors?.[0]?.message ?? 'The site did not answer.' })
  }

  return (
    <form className="test-mail" onSubmit={send}>
      <h2>Send a test mail</h2>
      <p>
        {mode === 'files'
          ? 'SMTP_URL is not set: mail is written to files, and reaches nobody.'
          : 'It goes straight to the mail server, and stands in no list.'}
      </p>
      <div>
        <label htmlFor="test-mail-to">To</label>
        <input autoComplete="email" defaultValue={address} id="test-mail-to" name="to" required type="email" />
        <Button buttonStyle="primary" disabled={busy} margin={false} size="medium" type="submit">
          {busy ? 'Sending…' : 'Send a test mail'}
        </Button>
      </div>
      <output aria-live="polite" data-sent={result?.sent}>
        {result && (
          <>
            <strong>{heading(result)}</strong>
            <code>{result.answer}</code>
          </>
        )}
      </output>
    </form>
  )
}
