import { renderContext } from '@/platform/render-context'

/** A correction that came back: what was typed, and why it was not taken. */
export type CorrectionState = { form: 'correct'; typed: string; problem: 'invalid' | 'often' }

const isCorrectionState = (form: unknown): form is CorrectionState =>
  typeof form === 'object' && form !== null && 'form' in form && form.form === 'correct'

/** The correction that the receipt being rendered answers; undefined when the page was simply opened. */
export function currentCorrection(): CorrectionState | undefined {
  const form = renderContext()?.form
  return isCorrectionState(form) ? form : undefined
}
