'use client'

import { Button, useConfig } from '@payloadcms/ui'
import { type FormEvent, useState } from 'react'
import { ask } from '@/ui/admin/ask'
import type { ZoneGroup } from '../page/time-zones'
import { TimePicker } from './time-picker'

/** What is known of whoever calls. */
export type Caller = { name: string; email: string; company: string; phone: string }

type Props = {
  caller?: Caller
  types: readonly { slug: string; name: string; needsPhone: boolean }[]
  zones: readonly ZoneGroup[]
  /** Zone of the caller, as far as is known, and the date there. */
  zone: string
  today: string
  /** Number of this form: the same one sent twice books once. */
  occasion: string
}

const NOBODY: Caller = { name: '', email: '', company: '', phone: '' }

/** Books a meeting for somebody on the phone. A refusal leaves everything that was typed as it is. */
export function BookForm({ caller = NOBODY, types, zones, zone: first, today, occasion }: Props) {
  const { config } = useConfig()
  const [type, setType] = useState(types[0]?.slug ?? '')
  const [zone, setZone] = useState(first)
  const [day, setDay] = useState(today)
  const [start, setStart] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [tries, setTries] = useState(0)
  const api = `${config.routes.api}/meetings`

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const typed = Object.fromEntries(new FormData(event.currentTarget))
    setBusy(true)
    const answer = await ask<{ id: string }>(`${api}/book`, { ...typed, type, zone, start, occasion })
    if (answer.problem === undefined) {
      return window.location.assign(`${config.routes.admin}/collections/meetings/${answer.body.id}`)
    }
    setBusy(false)
    setProblem(answer.problem)
    // The times may have changed.
    setTries(tries + 1)
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
        Phone {types.find(({ slug }) => slug === type)?.needsPhone ? '' : '(optional)'}
        <input defaultValue={caller.phone} name="phone" type="tel" />
      </label>
      <label>
        Other guests (optional, e-mail addresses separated by commas)
        <input name="guests" />
      </label>
      <label>
        What it is about (optional)
        <textarea name="about" rows={3} />
      </label>
      {problem && <p role="alert">{problem}</p>}
      <div className="meeting-actions">
        <Button disabled={busy || !start} margin={false} type="submit">
          Book meeting
        </Button>
      </div>
    </form>
  )
}
