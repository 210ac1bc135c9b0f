'use client'

import { Button, useConfig, useDocumentInfo, useForm } from '@payloadcms/ui'
import { type ChangeEvent, useRef, useState } from 'react'
import { ask } from '@/ui/admin/ask'
import { type FoundHolidays, HOLIDAY_FILE_LIMIT_BYTES, importWords, newHolidays } from '../new-holidays'

type Row = { date?: string | null }

/** Whole days stand in the database at noon of UTC, as the field of the list writes them. */
const stored = (date: string) => `${date}T12:00:00.000Z`
const filled = (value: string) => ({ value, initialValue: value, valid: true })

/** Above the holidays: fills the list with those of a calendar file that are not in it, to be saved with the rest. */
export function ImportHolidays() {
  const { api } = useConfig().config.routes
  const { hasSavePermission } = useDocumentInfo()
  const { addFieldRow, getDataByPath } = useForm()
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [words, setWords] = useState<string>()
  const [problem, setProblem] = useState<string>()

  function fillIn(found: FoundHolidays) {
    const rows = getDataByPath<Row[] | undefined>('holidays') ?? []
    const added = newHolidays(
      rows.map(({ date }) => date),
      found.holidays,
    )
    added.forEach(({ date, name }, index) => {
      // Said to each: the form counts its rows only after it was drawn again.
      const rowIndex = rows.length + index
      const subFieldState = { date: filled(stored(date)), name: filled(name) }
      addFieldRow({ path: 'holidays', schemaPath: 'holidays', rowIndex, subFieldState })
    })
    setWords(importWords(found, added.length))
  }

  async function read({ target }: ChangeEvent<HTMLInputElement>) {
    const [file] = target.files ?? []
    if (!file) return
    setWords(undefined)
    setProblem(undefined)
    if (file.size > HOLIDAY_FILE_LIMIT_BYTES) setProblem('The file is larger than 1 MB: it holds more than holidays.')
    else {
      setBusy(true)
      const answer = await ask<FoundHolidays>(`${api}/globals/booking/holidays`, { file: await file.text() })
      setBusy(false)
      setProblem(answer.problem)
      if (answer.body) fillIn(answer.body)
    }
    // The same file can be chosen again.
    target.value = ''
  }

  if (!hasSavePermission) return null
  return (
    <div className="import-holidays">
      <Button
        buttonStyle="secondary"
        disabled={busy}
        margin={false}
        onClick={() => input.current?.click()}
        size="small"
      >
        {busy ? 'Reading it…' : 'Add the holidays of an .ics file…'}
      </Button>
      <input accept=".ics,text/calendar" aria-label="Calendar file" hidden onChange={read} ref={input} type="file" />
      <p role="status">{words}</p>
      {problem && <p role="alert">{problem}</p>}
    </div>
  )
}
