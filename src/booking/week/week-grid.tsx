'use client'

import { ConfirmationModal, toast, useConfig, useModal } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { type CSSProperties, type DragEvent, useState } from 'react'
import { ask } from '@/ui/admin/ask'
import { dateLabel } from '../page/days'
import { type FreeCell, FreeCells, freeCells } from './free-cells'
import type { Block, Column, Piece, WeekLayout } from './layout'

/** A meeting in words. */
export type ShownMeeting = {
  id: string
  when: string
  guest: string
  type: string
  hosts: string[]
  status: 'confirmed' | 'held' | 'no-show' | 'cancelled'
  canMove: boolean
  /** Minutes between the times at which such a meeting may begin. */
  step: number
}

type Props = {
  layout: WeekLayout
  meetings: readonly ShownMeeting[]
  zone: string
  /** The date that it is now, in that zone. */
  today: string
}

const CONFIRM = 'move-in-week'

/** Where a piece stands in its column; the style sheet knows the height of an hour. */
export const place = ({ from, to }: Piece, lane = 0, lanes = 1) =>
  ({ '--from': from, '--minutes': to - from, '--lane': lane, '--lanes': lanes }) as CSSProperties

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** The time of the clock at which a block begins and ends in its column, with a sign where that is not all of it. */
const times = ({ from, to, isContinued, goesOn }: Block) =>
  `${isContinued ? '… ' : ''}${clock(from)}–${clock(to)}${goesOn ? ' …' : ''}`

const hourNote = ({ hours }: Column) => (hours === 24 ? '' : `${hours} hours: the clock changes`)

/** The meetings of a week in columns of days; on a narrow screen a list by day. Drags move a meeting to a free time. */
export function WeekGrid({ layout, meetings, zone, today }: Props) {
  const { config } = useConfig()
  const { openModal } = useModal()
  const router = useRouter()
  const [dragged, setDragged] = useState<string>()
  const [free, setFree] = useState<FreeCell[]>([])
  const [wish, setWish] = useState<{ meeting: ShownMeeting; cell: FreeCell }>()
  const known = new Map(meetings.map((meeting) => [meeting.id, meeting]))
  const api = `${config.routes.api}/meetings`

  async function take(event: DragEvent, { id, step }: ShownMeeting) {
    event.dataTransfer.effectAllowed = 'move'
    event.dataTransfer.setData('text/plain', id)
    setDragged(id)
    const query = new URLSearchParams({ day: layout.columns[0]?.date ?? '', days: String(layout.columns.length), zone })
    const answer = await ask<Parameters<typeof freeCells>[0]>(`${api}/${id}/free?${query}`)
    if (answer.problem !== undefined) return void toast.error(answer.problem)
    setFree(freeCells(answer.body, step))
  }

  function letGo() {
    setDragged(undefined)
    setFree([])
  }

  function drop(cell: FreeCell) {
    const meeting = known.get(dragged ?? '')
    if (!meeting) return
    setWish({ meeting, cell })
    openModal(CONFIRM)
  }

  /** Only where something is dragged that is ours: a drop of anything else is the browser's matter. */
  function miss(event: DragEvent) {
    if (!dragged) return
    event.preventDefault()
    toast.error('It stays where it was: only the times that are marked are free.')
  }

  async function move() {
    if (!wish) return
    const answer = await ask(`${api}/${wish.meeting.id}/move`, { start: wish.cell.start, zone })
    if (answer.problem) toast.error(`It stays where it was. ${answer.problem}`, { duration: 15_000 })
    else toast.success(`Moved to ${dateLabel(wish.cell.date, 'en')}, ${wish.cell.label}.`)
    router.refresh()
  }

  const hours = Array.from({ length: (layout.to - layout.from) / 60 }, (_, index) => layout.from + index * 60)
  return (
    <div
      className="week-grid"
      style={{ '--first': layout.from, '--last': layout.to, '--days': layout.columns.length } as CSSProperties}
    >
      <div aria-hidden="true" className="week-grid__hours">
        {hours.map((minutes) => (
          <span key={minutes} style={place({ from: minutes, to: minutes + 60 })}>
            {clock(minutes)}
          </span>
        ))}
      </div>
      {layout.columns.map((column) => (
        <section
          aria-label={dateLabel(column.date, 'en')}
          className="week-day"
          data-empty={column.blocks.length === 0}
          data-today={column.date === today}
          key={column.date}
        >
          <h2>
            {dateLabel(column.date, 'en').split(' ').slice(0, 3).join(' ')}
            {hourNote(column) && <small>{hourNote(column)}</small>}
          </h2>
          <div className="week-day__column" onDragOver={(event) => dragged && event.preventDefault()} onDrop={miss}>
            {column.open.map((piece) => (
              <i className="week-day__open" key={`${piece.from} ${piece.to}`} style={place(piece)} />
            ))}
            {column.gaps.map((piece) => (
              <i className="week-day__gap" key={piece.from} style={place(piece)} />
            ))}
            {column.blocks.length === 0 && <p className="week-day__none">No meetings</p>}
            <ul>
              {column.blocks.map((block) => {
                const meeting = known.get(block.id)
                if (!meeting) return null
                return (
                  <li
                    className="week-meeting"
                    data-dragged={dragged === block.id}
                    data-status={meeting.status}
                    draggable={meeting.canMove}
                    key={`${block.id} ${block.from} ${block.lane}`}
                    onDragEnd={letGo}
                    onDragStart={(event) => take(event, meeting)}
                    style={place(block, block.lane, block.lanes)}
                    title={`${meeting.when}: ${meeting.type}, ${meeting.guest}`}
                  >
                    <a draggable={false} href={`${config.routes.admin}/collections/meetings/${block.id}`}>
                      <span className="week-meeting__words">
                        <span className="week-meeting__time">{times(block)}</span> <strong>{meeting.guest}</strong>{' '}
                        <span>
                          {meeting.type} · {meeting.hosts.join(', ')}
                          {meeting.status === 'no-show' ? ' · did not come' : ''}
                        </span>
                      </span>
                    </a>
                  </li>
                )
              })}
            </ul>
            {dragged && <FreeCells cells={free.filter(({ date }) => date === column.date)} onDrop={drop} />}
          </div>
        </section>
      ))}
      <ConfirmationModal
        body={
          wish
            ? `${wish.meeting.type} with ${wish.meeting.guest} moves from ${wish.meeting.when} to ${dateLabel(wish.cell.date, 'en')}, ${wish.cell.label}. Everybody who is invited is told.`
            : ''
        }
        cancelLabel="Leave it"
        confirmLabel="Move"
        heading="Move this meeting?"
        modalSlug={CONFIRM}
        onConfirm={move}
      />
    </div>
  )
}
