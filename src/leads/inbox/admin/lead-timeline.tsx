'use client'

import { toast, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { ask } from '@/ui/admin/ask'
import type { TimelineEntry } from '../timeline/timeline'
import { EntryForm } from './entry-form'
import { TimelineList } from './timeline-list'

const KINDS = [
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
    if (id) read()
  }, [id, read])

  if (!id) return null
  return (
    <section aria-label="Timeline" className="lead-timeline">
      <fieldset className="lead-timeline__kinds">
        <legend>Add to the timeline</legend>
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
      <EntryForm key={kind} kind={kind} lead={String(id)} onDone={read} />
      {entries ? <TimelineList entries={entries} /> : <p>…</p>}
    </section>
  )
}
