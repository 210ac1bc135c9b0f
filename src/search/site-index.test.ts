import { expect, test } from 'vitest'
import { fold, markMatches, words } from './fold'
import { type SearchEntry, siteIndex } from './site-index'

const entry = (id: string, title: string, text = ''): SearchEntry => ({
  id,
  kind: 'articles',
  title,
  summary: '',
  text,
  path: `/blog/${id}`,
})

const ids = (query: string, ...entries: SearchEntry[]) =>
  siteIndex(entries)
    .search(query)
    .hits.map(({ id }) => id)

test('marks and capitals do not matter, composed or decomposed', () => {
  expect(fold('Đà Nẵng')).toBe('da nang')
  expect(fold('Đà Nẵng'.normalize('NFD'))).toBe('da nang')
  expect(fold('Straße')).toBe('strasse')
})

test('a query without marks finds a text with them, and one with marks a text without', () => {
  const written = entry('1', 'Phần mềm ở Đà Nẵng'.normalize('NFD'))
  expect(ids('da nang', written)).toEqual(['1'])
  expect(ids('PHẦN MỀM', entry('2', 'phan mem'))).toEqual(['2'])
})

test('C, C++ and C# are different words', () => {
  const entries = [entry('c', 'About C'), entry('cpp', 'About C++'), entry('csharp', 'About C#')]
  expect(words('C, C++ and C#.')).toEqual(['C', 'C++', 'and', 'C#'])
  expect(ids('c++', ...entries)).toEqual(['cpp'])
  expect(ids('c#', ...entries)).toEqual(['csharp'])
})

test('Chinese and Japanese are found by their characters', () => {
  expect(ids('工程', entry('1', '软件工程'), entry('2', '数据'))).toEqual(['1'])
})

test('every word of the query must be found', () => {
  expect(ids('rust memory', entry('1', 'Rust', 'memory'), entry('2', 'Rust'))).toEqual(['1'])
})

test('the start of a word is enough, and a slip is forgiven', () => {
  expect(ids('frame', entry('1', 'Frameworks'))).toEqual(['1'])
  expect(ids('framewrok', entry('1', 'Framework'))).toEqual(['1'])
})

test('a title counts more than a text', () => {
  expect(ids('queues', entry('1', 'Other', 'queues queues'), entry('2', 'Queues'))).toEqual(['2', '1'])
})

test.each(['', '   ', '"()[]{}', '\u0000', '🚀', '++'])('a query of %j finds nothing and fails nothing', (query) => {
  expect(ids(query, entry('1', 'Rocket'))).toEqual([])
})

test('a long query is cut, and no more than twenty results are given', () => {
  const entries = Array.from({ length: 30 }, (_, index) => entry(String(index), 'Queues'))
  const { hits, total } = siteIndex(entries).search(`queues ${' '.repeat(200)} missing`)
  expect(hits).toHaveLength(20)
  expect(total).toBe(30)
})

test('matches are marked as they are written', () => {
  expect(markMatches('Ở Đà Nẵng', ['da', 'nan'])).toEqual([
    { text: 'Ở ', match: false },
    { text: 'Đà', match: true },
    { text: ' ', match: false },
    { text: 'Nẵng', match: true },
  ])
  expect(markMatches('Nothing', [''])).toEqual([{ text: 'Nothing', match: false }])
})
