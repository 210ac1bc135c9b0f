'use client'

import { useConfig } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { ask } from '@/ui/admin/ask'
import type { UnfitAnswer } from '../endpoints'
import { UnfitMeetingItem } from './unfit-meeting'

/** The meetings that no longer fit, of a host or of a meeting type, or all of them. Nothing while there are none. */
export function UnfitList({ scope = {} }: { scope?: { host?: string; type?: string } }) {
  const { api } = useConfig().config.routes
  const [{ meetings, mayOpen }, setAnswer] = useState<UnfitAnswer>({ meetings: [], mayOpen: false })
  const [problem, setProblem] = useState<string>()
  const query = String(new URLSearchParams(scope))

  const look = useCallback(async () => {
    const answer = await ask<UnfitAnswer>(`${api}/meetings/unfit?${query}`)
    setProblem(answer.problem)
    if (answer.body) setAnswer(answer.body)
  }, [api, query])

  useEffect(() => {
    look()
  }, [look])

  if (meetings.length === 0 && !problem) return null
  return (
    <section aria-labelledby="unfit" className="unfit-meetings">
      <h2 id="unfit">Meetings that no longer fit</h2>
      {problem && <p role="alert">{problem}</p>}
      <ul>
        {meetings.map((meeting) => (
          <UnfitMeetingItem api={api} key={meeting.id} mayOpen={mayOpen} meeting={meeting} onSettled={look} />
        ))}
      </ul>
    </section>
  )
}
