'use client'

import { Button, Link, useConfig } from '@payloadcms/ui'
import { useState } from 'react'
import { ask } from '@/ui/admin/ask'
import { momentLabel } from '../../page/days'
import type { UnfitMeeting } from '../find-unfit'
import { unfitWords } from './unfit-words'

type Props = { meeting: UnfitMeeting; api: string; mayOpen: boolean; onSettled: () => void }

/** A meeting that no longer fits, why, and what can be done about it. */
export function UnfitMeetingItem({ meeting, api, mayOpen, onSettled }: Props) {
  const { id, start, end, typeName, guest, hosts, reasons, mark, askedAt } = meeting
  const { config } = useConfig()
  const [open, setOpen] = useState<'move' | 'cancel'>()
  const [times, setTimes] = useState<number[]>()
  const [chosen, setChosen] = useState('')
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string>()
  const zone = hosts[0]?.timeZone ?? 'UTC'
  const title = `${typeName} with ${guest}`
  const length = Date.parse(end) - Date.parse(start)
  const label = (time: number) =>
    momentLabel(new Date(time).toISOString(), new Date(time + length).toISOString(), 'en', zone)

  async function settle(decision: object) {
    const answer = await ask(`${api}/meetings/${id}/settle`, decision)
    setProblem(answer.problem)
    if (!answer.problem) onSettled()
  }

  async function showTimes() {
    setOpen('move')
    const answer = await ask<{ times: number[] }>(`${api}/meetings/${id}/other-times`)
    setProblem(answer.problem)
    setTimes(answer.body?.times)
    setChosen(String(answer.body?.times[0] ?? ''))
  }

  return (
    <li className="unfit-meeting">
      <p>
        {mayOpen ? <Link href={`${config.routes.admin}/collections/meetings/${id}`}>{title}</Link> : title},{' '}
        {label(Date.parse(start))} ({zone})
      </p>
      <p>{unfitWords(reasons)}.</p>
      {askedAt && <p>The guest was asked on {askedAt.slice(0, 10)} to choose another time.</p>}
      {problem && <p role="alert">{problem}</p>}
      <div className="meeting-actions">
        <Button buttonStyle="secondary" margin={false} onClick={() => settle({ choice: 'keep', mark })} size="small">
          Keep it
        </Button>
        <Button
          buttonStyle="secondary"
          extraButtonProps={{ 'aria-expanded': open === 'move' }}
          margin={false}
          onClick={showTimes}
          size="small"
        >
          Move it…
        </Button>
        {!askedAt && (
          <Button buttonStyle="secondary" margin={false} onClick={() => settle({ choice: 'ask' })} size="small">
            Ask the guest to choose again
          </Button>
        )}
        <Button
          buttonStyle="secondary"
          extraButtonProps={{ 'aria-expanded': open === 'cancel' }}
          margin={false}
          onClick={() => setOpen('cancel')}
          size="small"
        >
          Cancel it…
        </Button>
      </div>
      {open === 'move' && times?.length === 0 && <p>No time is free in the days around it.</p>}
      {open === 'move' && times && times.length > 0 && (
        <div className="meeting-form">
          <label>
            Free times
            <select onChange={(event) => setChosen(event.target.value)} value={chosen}>
              {times.map((time) => (
                <option key={time} value={time}>
                  {label(time)}
                </option>
              ))}
            </select>
          </label>
          <Button disabled={!chosen} margin={false} onClick={() => settle({ choice: 'move', start: Number(chosen) })}>
            Move it here, and tell the guest
          </Button>
        </div>
      )}
      {open === 'cancel' && (
        <div className="meeting-form">
          <label>
            Reason (the guest reads it)
            <textarea maxLength={1000} onChange={(event) => setReason(event.target.value)} rows={3} value={reason} />
          </label>
          <Button margin={false} onClick={() => settle({ choice: 'cancel', reason })}>
            Cancel the meeting, and tell the guest
          </Button>
        </div>
      )}
    </li>
  )
}
