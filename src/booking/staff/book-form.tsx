'use client'

import { Button, useConfig } from '@payloadcms/ui'
import { type FormEvent, useState } from 'react'
import { type Asked, ask } from '@/ui/admin/ask'
import { dateIn } from '../page/days'
import type { ZoneGroup } from '../page/time-zones'
import type { Opening } from './caller'
import { Refusal, type TakenDetails } from './refusal'
import { TimePicker } from './time-picker'

/** A question of a meeting type, under the name of its field. */
type AskedQuestion = { name: string; label: string; isLong: boolean }

type Props = {
  /** For whom it is opened. */
  opening: Opening
  types: readonly { slug: string; name: string; needsPhone: boolean; questions: readonly AskedQuestion[] }[]
  zones: readonly ZoneGroup[]
  /** Zone of the caller, as far as is known, and the date there. */
  zone: string
  today: string
  /** Number of this form: the same one sent twice books once. */
  occasion: string
}

/** Books a meeting for somebody on the phone. A refusal leaves everything that was typed as it is. */
export function BookForm({ opening, types, zones, zone: first, today, occasion }: Props) {
  const { caller, lead, message } = opening
  const { config } = useConfig()
  const offered = types.find(({ slug }) => slug === opening.type) ?? types[0]
  const [type, setType] = useState(offered?.slug ?? '')
  const [zone, setZone] = useState(first)
  // What was wished for may be over by now.
  const [day, setDay] = useState(opening.day && opening.day > today ? opening.day : today)
  const [start, setStart] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<Asked<{ id: string }, TakenDetails>>()
  const [tries, setTries] = useState(0)
  const api = `${config.routes.api}/meetings`
  const chosen = types.find(({ slug }) => slug === type)
  const answers = (type === opening.type && opening.answers) || {}

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const typed = Object.fromEntries(new FormData(event.currentTarget))
    setBusy(true)
    const booked = await ask<{ id: string }, TakenDetails>(`${api}/book`, {
      ...typed,
      lead,
      message,
      type,
      zone,
      start,
      occasion,
    })
    if (booked.problem === undefined) {
      return window.location.assign(`${config.routes.admin}/collections/meetings/${booked.body.id}`)
    }
    setBusy(false)
    setAnswer(booked)
    // The times may have changed.
    setTries(tries + 1)
  }

  function pick(time: string) {
    setDay(dateIn(zone)(Date.parse(time)))
    setStart(time)
  }

  if (types.length === 0) return <p>There is no active meeting type. Add one first.</p>
  return (
    <form className="meeting-form" onSubmit={send}>
      <label>
        Meeting
        <select
          onChange={(event) => {
            setType(event.target.value)
            setStart(undefined)
            setAnswer(undefined)
          }}
          value={type}
        >
          {types.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        Time zone of the caller
        <select onChange={(event) => setZone(event.target.value)} value={zone}>
          {zones.map((group) => (
            <optgroup key={group.region} label={group.region}>
              {group.zones.map(({ name, city }) => (
                <option key={name} value={name}>
                  {city}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <TimePicker
        day={day}
        key={tries}
        onDay={setDay}
        onStart={setStart}
        start={start}
        times={`${api}/free?type=${encodeURIComponent(type)}&`}
        zone={zone}
      />
      <label>
        Full name
        <input defaultValue={caller.name} name="name" required />
      </label>
      <label>
        Email
        <input defaultValue={caller.email} name="email" required type="email" />
      </label>
      <label>
        Company (optional)
        <input defaultValue={caller.company} name="company" />
      </label>
      <label>
        Phone {chosen?.needsPhone ? '' : '(optional)'}
        <input defaultValue={caller.phone} name="phone" type="tel" />
      </label>
      <label>
        Other guests (optional, e-mail addresses separated by commas)
        <input defaultValue={caller.guests} name="guests" />
      </label>
      {chosen?.questions.map(({ name, label, isLong }) => (
        <label key={`${type} ${name}`}>
          {label} (optional)
          {isLong ? (
            <textarea defaultValue={answers[name]} name={name} rows={3} />
          ) : (
            <input defaultValue={answers[name]} name={name} />
          )}
        </label>
      ))}
      <label>
        What it is about (optional)
        <textarea defaultValue={caller.about} name="about" rows={3} />
      </label>
      {answer?.problem && (
        <Refusal nearest={answer.details?.nearest} onPick={pick} problem={answer.problem} start={start} />
      )}
      <div className="meeting-actions">
        <Button disabled={busy || !start} margin={false} type="submit">
          Book meeting
        </Button>
      </div>
    </form>
  )
}
