import type { ComponentProps } from 'react'
import { classNames } from './class-names'

type Variant = 'primary' | 'secondary'

const VARIANTS: Record<Variant, string> = {
  primary: 'button button-primary',
  secondary: 'button button-secondary',
}

/** A button that acts: sends a form, or is wired by an enhancement. */
export function Button({
  variant = 'primary',
  className,
  type = 'submit',
  ...rest
}: ComponentProps<'button'> & { variant?: Variant }) {
  return <button type={type} className={classNames(VARIANTS[variant], className)} {...rest} />
}

/** A link that looks like a button: the call to action of a page. Always a plain document link. */
export function ButtonLink({ variant = 'primary', className, ...rest }: ComponentProps<'a'> & { variant?: Variant }) {
  return <a className={classNames(VARIANTS[variant], className)} {...rest} />
}
