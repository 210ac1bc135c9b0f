'use client'

import { toast, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { ask } from '@/ui/admin/ask'
import { keptDraft } from '../../reply/admin/draft'
import { ReplyForm } from '../../reply/admin/reply-form'
import type { TimelineEntry } from '../timeline/timeline'
import { EntryForm } from './entry-form'
import { TimelineList } from './timeline-list'

/** The deliverer is woken by a reply, and has usually sent it by then. */
const LOOK_AGAIN_MS = 4000

const KINDS = [
  ['reply', 'Reply by mail'],
  ['note', 'Note'],
  ['call', 'Call'],
] as const

type Kind = (typeof KINDS)[number][0]

/** A lead's timeline, and what a person adds to it. It reloads itself alone: the rest of the page may be half edited. */
export function LeadTimeline() {
  const { id } = useDocumentInfo()
  const { config } = useConfig()
  const [entries, setEntries] = useState<TimelineEntry[]>()
  const [kind, setKind] = useState<Kind>('note')

  const read = useCallback(async () => {
    const answer = await ask<{ entries: TimelineEntry[] }>(`${config.routes.api}/leads/${id}/timeline`)
    if (answer.problem !== undefined) return toast.error(answer.problem)
    setEntries(answer.body.entries)
  }, [config.routes.api, id])

  useEffect(() => {
    if (!id) return
    read()
    // What was typed and not sent is shown, or nobody would know of it.
    if (keptDraft(String(id))) setKind('reply')
  }, [id, read])

  function readTwice() {
    read()
    setTimeout(read, LOOK_AGAIN_MS)
  }

  if (!id) return null
  return (
    <section aria-label="Timeline" className="lead-timeline">
      <fieldset className="lead-timeline__kinds">
        <legend>Answer, or add to the timeline</legend>
        {KINDS.map(([value, label]) => (
          <label key={value}>
            <input
              checked={kind === value}
              name="timeline-kind"
              onChange={() => setKind(value)}
              type="radio"
              value={value}
            />
            {label}
          </label>
        ))}
      </fieldset>
      {kind === 'reply' ? (
        <ReplyForm lead={String(id)} onDone={readTwice} />
      ) : (
        <EntryForm key={kind} kind={kind} lead={String(id)} onDone={read} />
      )}
      {entries ? <TimelineList entries={entries} /> : <p>…</p>}
    </section>
  )
}
