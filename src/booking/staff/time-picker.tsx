'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useId, useState } from 'react'
import { ask } from '@/ui/admin/ask'
import type { ShownDay } from '../page/days'
import { zoneWords } from '../page/time-zones'

/** How far past the chosen day the next free one is looked for. */
const DAYS = 28

type Props = {
  /** Address that answers free times, to which `day`, `days` and `zone` are added. */
  times: string
  zone: string
  /** The chosen date, `2027-01-14`. */
  day: string
  onDay: (day: string) => void
  /** The chosen time, as ISO 8601 in UTC. */
  start: string | undefined
  onStart: (start: string | undefined) => void
}

/** A day, and the times that are free on it; where none is, the next day that has some. */
export function TimePicker({ times, zone, day, onDay, start, onStart }: Props) {
  const name = useId()
  const [free, setFree] = useState<ShownDay[]>()
  const [problem, setProblem] = useState<string>()

  useEffect(() => {
    let isWanted = Boolean(day)
    setFree(undefined)
    const query = new URLSearchParams({ day, days: String(DAYS), zone })
    if (day) {
      ask<{ days: ShownDay[] }>(times + query).then((answer) => {
        // Another day was chosen meanwhile.
        if (!isWanted) return
        setProblem(answer.problem)
        if (answer.problem === undefined) setFree(answer.body.days)
      })
    }
    return () => {
      isWanted = false
    }
  }, [times, day, zone])

  const chosen = free?.find(({ date }) => date === day)
  const next = free?.[0]
  return (
    <div className="time-picker">
      <label>
        Day
        <input
          onChange={(event) => {
            onStart(undefined)
            onDay(event.target.value)
          }}
          type="date"
          value={day}
        />
      </label>
      <div aria-live="polite">
        {problem && <p role="alert">{problem}</p>}
        {!free && !problem && day && <p>Looking for free times…</p>}
        {free && !chosen && (
          <p>
            Nothing is free on this day{next ? '. ' : `, nor in the ${DAYS} days from it on.`}
            {next && (
              <Button buttonStyle="secondary" margin={false} onClick={() => onDay(next.date)} size="small">
                Next free: {next.label}
              </Button>
            )}
          </p>
        )}
      </div>
      {chosen && (
        <fieldset>
          <legend>
            {chosen.label}, by the clock of {zoneWords(zone, 'en', Date.parse(day))}
          </legend>
          <div className="time-picker__times">
            {chosen.times.map((time) => (
              <label key={time.start}>
                <input
                  checked={time.start === start}
                  name={name}
                  onChange={() => onStart(time.start)}
                  type="radio"
                  value={time.start}
                />
                {time.label}
              </label>
            ))}
          </div>
        </fieldset>
      )}
    </div>
  )
}
