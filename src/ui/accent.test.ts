import { expect, test } from 'vitest'
import { accentPair, accentStyles, contrast } from './accent'

const PAPERS = { light: ['#efeee5', '#f8f7f1', '#fffefa'], dark: ['#1f2421', '#1a1e1b', '#131614'] }

test.each(['#b5341a', '#0055ff', '#ffcc00', '#ffffff', '#000000', '#777777', '#00ff00'])(
  'an accent of %s is readable on every paper of both themes, and so is the text on it',
  (colour) => {
    const pair = accentPair(colour)
    for (const theme of ['light', 'dark'] as const) {
      const { accent, onAccent } = pair?.[theme] ?? { accent: '', onAccent: '' }
      for (const paper of PAPERS[theme]) expect(contrast(accent, paper)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(accent, onAccent)).toBeGreaterThanOrEqual(4.5)
    }
  },
)

test('a colour that is readable already is left as it is', () => {
  expect(accentPair('#b5341a')?.light.accent).toBe('#b5341a')
})

test('contrast is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

test.each(['', 'red', '#fff', '#b5341a;}body{display:none', null, undefined])('%j gives no style', (colour) => {
  expect(accentStyles(colour)).toBe('')
})

test('a choice of the visitor overrules the system', () => {
  const styles = accentStyles('#b5341a')
  expect(styles).toContain('@media(prefers-color-scheme:dark){:root:not([data-theme="light"])')
  expect(styles).toContain(':root[data-theme="dark"]')
})
