import { expect, test } from 'vitest'
import { escapeXml, xmlSafe } from './xml'

test('a text cannot leave its element or attribute', () => {
  expect(escapeXml(`</loc>&"'`)).toBe('&lt;/loc&gt;&amp;&quot;&apos;')
})

test('control characters are taken out, line breaks and tabs stay', () => {
  expect(xmlSafe('a\u0000b\u0008c\u001fd\n\te\uFFFEf')).toBe('abcd\n\tef')
})

test('half of a surrogate pair is replaced, a whole one stays', () => {
  expect(xmlSafe('a\uD83Db')).toBe('a\uFFFDb')
  expect(xmlSafe('🚀 Hà Nội')).toBe('🚀 Hà Nội')
})
