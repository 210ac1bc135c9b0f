'use client'

import { useForm } from '@payloadcms/ui'
import type { RevisionStep } from '../answered'

/**
 * Takes the step that a reply made into the form in which its lead is open: without it, the next save would be refused as
 * one that has not seen the new status. A form that had not seen the revision before still has not.
 */
export function useRevisionStep(): (step: RevisionStep | undefined) => void {
  const { dispatchFields, getField } = useForm()
  const set = (path: string, value: unknown) =>
    dispatchFields({ type: 'UPDATE', path, value, initialValue: value, valid: true })
  return (step) => {
    if (!step || (getField('revision')?.value ?? 0) !== step.before) return
    set('revision', step.after)
    if (getField('status')?.value === 'new') set('status', 'contacted')
  }
}
