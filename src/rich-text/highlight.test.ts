import { expect, test } from 'vitest'
import { highlight } from './highlight'

const text = (lines: ReturnType<typeof highlight>) =>
  lines.map((line) => line.map((token) => token.text).join('')).join('\n')

test('a listing keeps its text to the letter', () => {
  const code = 'const a = "<b>"\n\n\t// done\n'
  expect(text(highlight(code, 'typescript'))).toBe(code)
})

test('tokens are named by what they are', () => {
  const tokens = highlight('// note\nconst n = 1', 'typescript').flat()
  expect(tokens.find((token) => token.text.includes('note'))?.kind).toBe('comment')
  expect(tokens.find((token) => token.text.includes('const'))?.kind).toBe('keyword')
  expect(tokens.find((token) => token.text === '1')?.kind).toBe('number')
})

test.each([
  ['bash', 'echo "a" # b'],
  ['c', 'int a = 1; // b'],
  ['cpp', 'int a = 1; // b'],
  ['csharp', 'int a = 1; // b'],
  ['css', 'a { width: 2px } /* b */'],
  ['go', 'var a = 1 // b'],
  ['html', '<p class="a">b</p>'],
  ['javascript', 'let a = 1 // b'],
  ['json', '{ "a": 1 }'],
  ['php', '<?php $a = 1; // b'],
  ['python', 'a = 1  # b'],
  ['rust', 'let a = 1; // b'],
  ['sql', 'SELECT 1 -- b'],
  ['tsx', 'const a = <p className="b">c</p>'],
  ['typescript', 'let a: number = 1 // b'],
  ['yaml', 'a: "b" # c'],
])('%s is known', (language, code) => {
  const kinds = highlight(code, language)
    .flat()
    .flatMap(({ kind }) => kind ?? [])
  expect(new Set(kinds).size).toBeGreaterThan(1)
})

test.each(['text', 'klingon', ''])('a language that is not known (%j) reads as plain text', (language) => {
  expect(highlight('a\r\nb', language)).toEqual([[{ text: 'a' }], [{ text: 'b' }]])
})
