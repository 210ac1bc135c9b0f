import { renderContext } from '@/platform/render-context'
import type { ContactProblem, TypedForm } from './contact-form'

/** Why a form came back, when it is not for one of its fields. */
export type FormNotice = { kind: 'limited'; minutes: number } | { kind: 'unreadable' } | { kind: 'unavailable' }

/** A form that was sent and came back: everything that was typed, and what is wrong with it. */
export type FormState = { form: 'contact'; typed: TypedForm; problems: ContactProblem[]; notice?: FormNotice }

const isFormState = (form: unknown): form is FormState =>
  typeof form === 'object' && form !== null && 'form' in form && form.form === 'contact'

/** The contact form that the page being rendered answers; undefined when the page was simply opened. */
export function currentFormState(): FormState | undefined {
  const form = renderContext()?.form
  return isFormState(form) ? form : undefined
}
