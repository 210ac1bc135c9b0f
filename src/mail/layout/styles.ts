import type { CSSProperties } from 'react'

/** Ink and paper, by day and by night; each pair of text and page has a contrast of at least 4.5 (WCAG 2.2, 1.4.3). */
export const INK = {
  light: { page: '#ffffff', text: '#1c1b19', muted: '#5d5a54', rule: '#b8b3a8', link: '#0b4f9e' },
  dark: { page: '#17181b', text: '#ecebe7', muted: '#b0ada6', rule: '#5d5f66', link: '#8fbcff' },
}

const { link, muted, page, rule, text } = INK.light

const LETTERS = { fontSize: '16px', lineHeight: '24px' }

/** Inline, for mail programs that drop style sheets. */
export const STYLES = {
  page: {
    backgroundColor: page,
    color: text,
    fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif",
    padding: '16px',
    ...LETTERS,
  },
  column: { maxWidth: '640px' },
  text: { ...LETTERS, margin: '0 0 16px' },
  typed: { ...LETTERS, margin: '0 0 16px', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  note: { fontSize: '14px', lineHeight: '21px', color: muted, margin: '24px 0 0' },
  heading: { fontSize: '16px', lineHeight: '24px', fontWeight: 600, margin: '24px 0 8px' },
  quote: {
    margin: '0 0 16px',
    padding: '0 0 0 12px',
    borderLeft: `3px solid ${rule}`,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  facts: { borderCollapse: 'collapse', margin: '0 0 16px', width: '100%' },
  label: { color: muted, padding: '3px 16px 3px 0', verticalAlign: 'top', width: '112px' },
  value: { padding: '3px 0', verticalAlign: 'top', overflowWrap: 'anywhere', wordBreak: 'break-word' },
  list: { listStyle: 'none', margin: '0 0 16px', padding: 0 },
  link: { color: link, textDecorationLine: 'underline' },
  button: {
    backgroundColor: link,
    color: page,
    borderRadius: '4px',
    fontSize: '16px',
    fontWeight: 600,
    padding: '12px 20px',
  },
} satisfies Record<string, CSSProperties>
