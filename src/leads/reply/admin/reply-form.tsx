'use client'

import { toast, useConfig } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { ask } from '@/ui/admin/ask'
import type { ReplyOffer } from '../endpoint'
import type { AcceptedReply } from '../send-reply'
import { type Draft, keepDraft, keptDraft } from './draft'
import { ReplyFields } from './reply-fields'
import { useRevisionStep } from './use-revision-step'

type Props = { lead: string; onDone: () => void }

/** What is in the box when it opens: what was left there, if it can still be sent, else an answer to the latest message. */
function opened({ addresses, key, messages }: ReplyOffer, draft: Draft | undefined): Draft | undefined {
  const [latest] = messages
  if (!latest) return undefined
  if (draft && addresses.includes(draft.to) && messages.some(({ id }) => id === draft.submission)) return draft
  const { address, id, subject } = latest
  return { key, submission: id, to: address, subject, text: draft?.text ?? '' }
}

/** Answers a message of a lead by mail. What is typed stays in this tab until the site has it. */
export function ReplyForm({ lead, onDone }: Props) {
  const { config } = useConfig()
  const takeStep = useRevisionStep()
  const [offer, setOffer] = useState<ReplyOffer>()
  const [draft, setDraft] = useState<Draft>()
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const url = `${config.routes.api}/leads/${lead}/reply`

  async function open(kept: Draft | undefined) {
    const answer = await ask<ReplyOffer>(url)
    if (answer.problem !== undefined) return setProblem(answer.problem)
    setOffer(answer.body)
    setDraft(opened(answer.body, kept))
  }

  useEffect(() => {
    open(keptDraft(lead))
  }, [lead])

  function change(changed: Draft) {
    setDraft(changed)
    keepDraft(lead, changed)
  }

  async function send(written: Draft) {
    setBusy(true)
    setProblem(undefined)
    const answer = await ask<AcceptedReply>(url, written)
    if (answer.problem !== undefined) {
      setProblem(answer.problem)
      // A key that sent another text sends no more: whoever presses again means a second reply.
      const fresh = answer.status === 409 ? await ask<ReplyOffer>(url) : undefined
      if (fresh?.body) change({ ...written, key: fresh.body.key })
      return setBusy(false)
    }
    keepDraft(lead)
    takeStep(answer.body.step)
    toast.success('The reply is on its way. The timeline says what becomes of it.')
    await open(undefined)
    setBusy(false)
    onDone()
  }

  if (offer && draft) {
    return (
      <ReplyFields
        busy={busy}
        draft={draft}
        offer={offer}
        onChange={change}
        onSend={() => send(draft)}
        problem={problem}
      />
    )
  }
  return <p role="status">{problem ?? (offer ? 'There is no message of this person to answer.' : '…')}</p>
}
