'use client'

import { Button } from '@payloadcms/ui'
import { useId } from 'react'
import type { ReplyOffer } from '../endpoint'
import type { Draft } from './draft'

type Props = {
  offer: ReplyOffer
  draft: Draft
  onChange: (draft: Draft) => void
  onSend: () => void
  busy: boolean
  problem?: string
}

/** The fields of a reply: which message it answers, to which address, what it says, and what stands below it. */
export function ReplyFields({ busy, draft, offer, onChange, onSend, problem }: Props) {
  const help = useId()
  const answered = offer.messages.find(({ id }) => id === draft.submission)

  function answerOther(id: string) {
    const message = offer.messages.find((other) => other.id === id)
    if (message) onChange({ ...draft, submission: id, to: message.address, subject: message.subject })
  }

  return (
    <div className="lead-timeline__form">
      <label>
        Message to answer
        <select disabled={busy} onChange={(event) => answerOther(event.target.value)} value={draft.submission}>
          {offer.messages.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label>
        To
        <select disabled={busy} onChange={(event) => onChange({ ...draft, to: event.target.value })} value={draft.to}>
          {offer.addresses.map((address) => (
            <option key={address}>{address}</option>
          ))}
        </select>
      </label>
      <label>
        Subject
        <input
          disabled={busy}
          maxLength={300}
          onChange={(event) => onChange({ ...draft, subject: event.target.value })}
          // It stands in the form of the lead, which Enter would save.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
          type="text"
          value={draft.subject}
        />
      </label>
      <label>
        Reply
        <textarea
          aria-describedby={help}
          disabled={busy}
          maxLength={20_000}
          onChange={(event) => onChange({ ...draft, text: event.target.value })}
          rows={10}
          value={draft.text}
        />
      </label>
      <p className="lead-timeline__when" id={help}>
        Sent as plain text in the name of the agency; answers go to {offer.replyTo}. Until it is sent it is kept in this
        tab.
      </p>
      {answered ? (
        <details className="lead-timeline__quote">
          <summary>Quoted below it</summary>
          <p>{answered.quoteIntro}</p>
          <blockquote>{answered.quote}</blockquote>
        </details>
      ) : null}
      {problem ? (
        <p className="lead-timeline__problem" role="alert">
          {problem}
        </p>
      ) : null}
      <Button disabled={busy || !draft.text.trim()} margin={false} onClick={onSend} size="medium">
        Send reply
      </Button>
    </div>
  )
}
