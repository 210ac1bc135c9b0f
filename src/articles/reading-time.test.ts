import { expect, test } from 'vitest'
import { readingTime } from './reading-time'

test('English is counted in words', () => {
  expect(readingTime('word '.repeat(228 * 4), 'en')).toBe(4)
})

test('Vietnamese is counted in syllables, composed or decomposed', () => {
  const text = 'Phát triển phần mềm ở Hà Nội '.repeat(100)
  expect(readingTime(text, 'vi')).toBe(3)
  expect(readingTime(text.normalize('NFD'), 'vi')).toBe(3)
})

test('Chinese and Japanese are counted in characters, since they have no spaces', () => {
  expect(readingTime('软件工程'.repeat(300), 'zh')).toBe(4)
  expect(readingTime('ソフトウェアを作る'.repeat(100), 'ja')).toBe(3)
})

test('a mixed text adds both up', () => {
  expect(readingTime(`${'word '.repeat(456)}${'字'.repeat(600)}`, 'en')).toBe(4)
})

test('marks and numbers of a list are no words', () => {
  expect(readingTime('— • … / '.repeat(5000), 'en')).toBe(1)
})

test('an empty text takes a minute, not none', () => {
  expect(readingTime('', 'en')).toBe(1)
})
