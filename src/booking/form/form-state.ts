import { renderContext } from '@/platform/render-context'
import type { BookingProblem, TypedBooking } from './booking-form'

/** Why a form came back, when it is not for one of its fields. `taken`: somebody was faster, with the free
 * times nearest to the one that was chosen, in epoch milliseconds; `gone`: not offered any more; `repeat`: the same was
 * booked before, by somebody who cannot be told from the sender. */
export type BookingNotice =
  | { kind: 'limited'; minutes: number }
  | { kind: 'taken'; nearest: number[] }
  | { kind: 'gone' }
  | { kind: 'repeat' }
  | { kind: 'unreadable' }
  | { kind: 'unavailable' }

/** A form that was sent and came back: everything that was typed, and what is wrong with it. */
export type BookingFormState = {
  form: 'book'
  typed: TypedBooking
  problems: BookingProblem[]
  notice?: BookingNotice
}

const isFormState = (form: unknown): form is BookingFormState =>
  typeof form === 'object' && form !== null && 'form' in form && form.form === 'book'

/** The booking form that the page being rendered answers; undefined when the page was simply opened. */
export function currentBookingForm(): BookingFormState | undefined {
  const form = renderContext()?.form
  return isFormState(form) ? form : undefined
}
