import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'

/** What a control needs to be tied to its label, hint and error. Spread it on the `input`, `select` or `textarea`. */
export type ControlProps = {
  id: string
  name: string
  required?: boolean
  'aria-describedby'?: string
  'aria-invalid'?: true
}

type FieldProps = {
  /** The form key; also the control's id, so that an error summary can link to `#<name>`. */
  name: string
  label: ReactNode
  /** Shown after the label of a field that may stay empty, e.g. "(optional)"; a description, and no part of its name. */
  optional?: string
  hint?: ReactNode
  error?: string
  required?: boolean
  className?: string
  children: (control: ControlProps) => ReactNode
}

/**
 * A label, its control, a hint and an error, tied together for assistive technology.
 * The label is a real `<label for>`, and the error precedes the control so that it is read before typing.
 */
export function Field({ name, label, optional, hint, error, required, className, children }: FieldProps) {
  const hintId = hint ? `${name}-hint` : undefined
  const errorId = error ? `${name}-error` : undefined
  const optionalId = optional ? `${name}-optional` : undefined
  const describedBy = [optionalId, hintId, errorId].filter(Boolean).join(' ')
  return (
    <div className={classNames('field', error !== undefined && 'field-invalid', className)}>
      <div className="field-label">
        <label htmlFor={name}>{label}</label>
        {optional ? (
          <span id={optionalId} className="field-optional">
            {` ${optional}`}
          </span>
        ) : null}
      </div>
      {hint ? (
        <p id={hintId} className="field-hint">
          {hint}
        </p>
      ) : null}
      {error ? <FieldError id={errorId}>{error}</FieldError> : null}
      {children({
        id: name,
        name,
        ...(required ? { required } : {}),
        ...(describedBy ? { 'aria-describedby': describedBy } : {}),
        ...(error ? { 'aria-invalid': true as const } : {}),
      })}
    </div>
  )
}

/** The message beside a field. The mark before it keeps colour from being the only sign. */
function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="field-error">
      <span aria-hidden="true">✗ </span>
      {children}
    </p>
  )
}

export function TextInput({ className, type = 'text', ...rest }: ComponentProps<'input'>) {
  return <input type={type} className={classNames('control', className)} {...rest} />
}

export function TextArea({ className, rows = 7, ...rest }: ComponentProps<'textarea'>) {
  return <textarea rows={rows} className={classNames('control', className)} {...rest} />
}

export function Select({ className, children, ...rest }: ComponentProps<'select'>) {
  return (
    <select className={classNames('control', className)} {...rest}>
      {children}
    </select>
  )
}

type CheckboxFieldProps = Omit<FieldProps, 'optional' | 'children'> &
  Pick<ComponentProps<'input'>, 'value' | 'defaultChecked'>

/** A single checkbox with its label beside it, as for a consent. */
export function CheckboxField({
  name,
  label,
  hint,
  error,
  required,
  className,
  value,
  defaultChecked,
}: CheckboxFieldProps) {
  const hintId = hint ? `${name}-hint` : undefined
  const errorId = error ? `${name}-error` : undefined
  return (
    <div className={classNames('field', error !== undefined && 'field-invalid', className)}>
      {error ? <FieldError id={errorId}>{error}</FieldError> : null}
      <div className="field-check">
        <input
          type="checkbox"
          id={name}
          name={name}
          value={value ?? 'yes'}
          defaultChecked={defaultChecked}
          required={required}
          aria-describedby={[hintId, errorId].filter(Boolean).join(' ') || undefined}
          aria-invalid={error ? true : undefined}
        />
        <label htmlFor={name}>{label}</label>
      </div>
      {hint ? (
        <p id={hintId} className="field-hint">
          {hint}
        </p>
      ) : null}
    </div>
  )
}
