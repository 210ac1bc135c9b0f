import type { DetailedHTMLProps, HTMLAttributes } from 'react'

/** React passes `class` through to a custom element as it is; `className` would become an attribute of that name. */
type CustomElement = DetailedHTMLProps<HTMLAttributes<HTMLElement> & { class?: string }, HTMLElement>

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'copy-code': CustomElement
      'proof-of-work': CustomElement
      'theme-toggle': CustomElement
      'zone-guess': CustomElement & { guess?: '' }
    }
  }
}
