'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { type Asked, ask } from '@/ui/admin/ask'
import { dateIn } from '../page/days'
import { Refusal, type TakenDetails } from './refusal'
import { TimePicker } from './time-picker'

type Props = {
  api: string
  id: string
  /** The date it is on, in that zone. */
  day: string
  zone: string
  onClose: () => void
}

/** Picks another time for a meeting, out of those that are free, and moves it there. */
export function MoveForm({ api, id, day: first, zone, onClose }: Props) {
  const [day, setDay] = useState(first)
  const [start, setStart] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<Asked<unknown, TakenDetails>>()
  const [tries, setTries] = useState(0)

  async function move() {
    setBusy(true)
    const moved = await ask<unknown, TakenDetails>(`${api}/meetings/${id}/move`, { start, zone })
    // The form of the page holds what the meeting was; only a new page holds what it is.
    if (!moved.problem) return window.location.reload()
    setBusy(false)
    setAnswer(moved)
    setTries(tries + 1)
  }

  function pick(time: string) {
    setDay(dateIn(zone)(Date.parse(time)))
    setStart(time)
  }

  return (
    <div className="meeting-form">
      <TimePicker
        day={day}
        key={tries}
        onDay={setDay}
        onStart={setStart}
        start={start}
        times={`${api}/meetings/${id}/free?`}
        zone={zone}
      />
      {answer?.problem && (
        <Refusal nearest={answer.details?.nearest} onPick={pick} problem={answer.problem} start={start} />
      )}
      <div className="meeting-actions">
        <Button disabled={busy || !start} margin={false} onClick={move}>
          Move it here, and tell the guest
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={onClose}>
          Leave it
        </Button>
      </div>
    </div>
  )
}
