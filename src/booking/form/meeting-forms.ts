import { renderContext } from '@/platform/render-context'

/** Fields of the form that moves a meeting, and of the one that cancels it. */
export const MOVE_FIELDS = ['token', 'zone', 'start'] as const
export const CANCEL_FIELDS = ['token', 'reason'] as const

export type TypedMove = Partial<Record<(typeof MOVE_FIELDS)[number], string>>

/**
 * Why a meeting was not moved: no time was chosen, somebody was faster, it was changed too often already, too many came
 * from one network, or it did not arrive or could not be stored.
 */
export type MoveProblem = 'startMissing' | 'taken' | 'often' | 'limited' | 'unreadable' | 'unavailable'

/** The form that moves a meeting, when it came back. */
export type MoveFormState = {
  form: 'meeting-move'
  zone?: string
  day?: string
  problem: MoveProblem
  /** The free times nearest to one that was taken, in epoch milliseconds. */
  nearest?: number[]
}

const isMoveForm = (form: unknown): form is MoveFormState =>
  typeof form === 'object' && form !== null && 'form' in form && form.form === 'meeting-move'

/** The form that cancels a meeting, when it came back: nothing was cancelled. */
export type CancelFormState = { form: 'meeting-cancel'; reason: string }

const isCancelForm = (form: unknown): form is CancelFormState =>
  typeof form === 'object' && form !== null && 'form' in form && form.form === 'meeting-cancel'

/** The form for cancelling that the page being rendered answers; undefined when the page was simply opened. */
export function currentCancelForm(): CancelFormState | undefined {
  const form = renderContext()?.form
  return isCancelForm(form) ? form : undefined
}

/** The form that the page being rendered answers; undefined when the page was simply opened. */
export function currentMoveForm(): MoveFormState | undefined {
  const form = renderContext()?.form
  return isMoveForm(form) ? form : undefined
}

/** An instant as our pages send it, in epoch milliseconds; undefined for anything else. */
export function readStart(text: string | undefined): number | undefined {
  if (!text || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/.test(text)) return undefined
  const instant = Date.parse(text)
  return Number.isNaN(instant) ? undefined : instant
}
