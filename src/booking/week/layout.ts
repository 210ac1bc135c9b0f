import { DAY_MS, MINUTE_MS } from '../availability/intervals'
import type { Interval } from '../availability/types'
import { type OffsetSpan, offsetSpans } from '../availability/zone'
import type { LocalDay } from './local-days'

/** A stretch of a column, in minutes after midnight by the clock on the wall. */
export type Piece = Interval

/** A meeting as it stands in a column, or the part of it that does. */
export type Block = Piece & {
  id: string
  /** Those that share time stand beside each other, in so many lanes. */
  lane: number
  lanes: number
  /** It began before this piece, or goes on after it: across midnight, or where the clock changes. */
  isContinued: boolean
  goesOn: boolean
}

export type Column = {
  date: string
  /** 23, 24 or 25; half an hour more or less in places. */
  hours: number
  /** When somebody works. */
  open: Piece[]
  /** What the clock leaves out. */
  gaps: Piece[]
  blocks: Block[]
}

/** Columns of days beside one axis of hours, which is cut to what there is to see: whole hours, in minutes. */
export type WeekLayout = { from: number; to: number; columns: Column[] }

/** The axis where there is nothing to see. */
const OFFICE_HOURS: Piece = { from: 9 * 60, to: 17 * 60 }

/**
 * Where a stretch of time stands in the column of a day. The clock may change in it: an hour that it shows twice has
 * two pieces in the same place, and one that it leaves out none.
 */
export function piecesIn({ date, ...day }: LocalDay, spans: readonly OffsetSpan[], stretch: Interval): Piece[] {
  const midnight = Date.parse(date)
  return spans.flatMap(({ offset, ...span }) => {
    const from = Math.max(stretch.from, day.from, span.from)
    const to = Math.min(stretch.to, day.to, span.to)
    const minutes = (instant: number) => (instant + offset - midnight) / MINUTE_MS
    return from < to ? [{ from: minutes(from), to: minutes(to) }] : []
  })
}

function gapsIn({ date, from, to }: LocalDay, spans: readonly OffsetSpan[]): Piece[] {
  const midnight = Date.parse(date)
  const day = { from: midnight, to: midnight + DAY_MS }
  return spans.flatMap((span, index) => {
    const before = spans[index - 1]
    if (!before || span.from < from || span.from > to) return []
    const gap = {
      from: Math.max(span.from + before.offset, day.from),
      to: Math.min(span.from + span.offset, day.to),
    }
    return gap.from < gap.to ? [{ from: (gap.from - midnight) / MINUTE_MS, to: (gap.to - midnight) / MINUTE_MS }] : []
  })
}

/** Puts what overlaps into lanes beside each other; whatever shares time, directly or through others, has as many. */
function inLanes(pieces: readonly Omit<Block, 'lane' | 'lanes'>[]): Block[] {
  const blocks: Block[] = []
  let group: Block[] = []
  let ends: number[] = []
  const close = () => {
    blocks.push(...group.map((block) => ({ ...block, lanes: ends.length })))
    group = []
    ends = []
  }
  for (const piece of pieces.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (ends.every((end) => end <= piece.from)) close()
    const free = ends.findIndex((end) => end <= piece.from)
    const lane = free === -1 ? ends.length : free
    ends[lane] = piece.to
    group.push({ ...piece, lane, lanes: 0 })
  }
  close()
  return blocks
}

type Input = {
  days: readonly LocalDay[]
  /** IANA name of the zone whose days these are. */
  zone: string
  /** In epoch milliseconds. */
  meetings: readonly (Interval & { id: string })[]
  /** When somebody works, in epoch milliseconds. */
  open: readonly Interval[]
}

/** Where everything stands in a calendar of some days, by the clock of one zone. */
export function weekLayout({ days, zone, meetings, open }: Input): WeekLayout {
  // From just before: the clock may change with the first midnight.
  const spans = offsetSpans(zone, { from: (days[0]?.from ?? 0) - 1, to: days.at(-1)?.to ?? 0 })
  const columns = days.map((day): Column => {
    const blocks = meetings.flatMap(({ id, ...stretch }) => {
      const pieces = piecesIn(day, spans, stretch)
      return pieces.map((piece, index) => ({
        ...piece,
        id,
        isContinued: index > 0 || stretch.from < day.from,
        goesOn: index < pieces.length - 1 || stretch.to > day.to,
      }))
    })
    return {
      date: day.date,
      hours: (day.to - day.from) / (60 * MINUTE_MS),
      open: open.flatMap((stretch) => piecesIn(day, spans, stretch)),
      gaps: gapsIn(day, spans),
      blocks: inLanes(blocks),
    }
  })
  const seen = columns.flatMap(({ blocks, open }): Piece[] => [...blocks, ...open])
  const all = seen.length > 0 ? seen : [OFFICE_HOURS]
  return {
    from: Math.floor(Math.min(...all.map(({ from }) => from)) / 60) * 60,
    to: Math.ceil(Math.max(...all.map(({ to }) => to)) / 60) * 60,
    columns,
  }
}
