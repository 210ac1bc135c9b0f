import { expect, test } from 'vitest'
import type { RichTextNode } from './nodes'
import { headingIds, outline } from './outline'

const heading = (text: string, tag: 'h2' | 'h3' | 'h4' = 'h2') =>
  ({ type: 'heading', tag, children: [{ type: 'text', text, format: 0 }] }) as unknown as RichTextNode

test('headings of the same name get anchors of their own', () => {
  const ids = outline([heading('Strengths'), heading('Strengths', 'h3'), heading('Strengths')]).map((entry) => entry.id)
  expect(ids).toEqual(['strengths', 'strengths-1', 'strengths-2'])
})

test('a heading that looks like a numbered duplicate does not clash with one', () => {
  const ids = outline([heading('Why'), heading('Why'), heading('Why 1')]).map((entry) => entry.id)
  expect(new Set(ids).size).toBe(3)
})

test('C, C++ and C# are told apart', () => {
  const ids = outline([heading('C'), heading('C++'), heading('C#')]).map((entry) => entry.id)
  expect(new Set(ids).size).toBe(3)
})

test('no anchor takes an id of the page around it', () => {
  expect(outline([heading('Content')])[0]?.id).toBe('content-1')
})

test('Chinese and Vietnamese headings keep their letters, and one of signs alone is called section', () => {
  expect(outline([heading('为什么'), heading('Vì sao?'), heading('🚀')]).map((entry) => entry.id)).toEqual([
    '为什么',
    'vì-sao',
    'section',
  ])
})

test('an empty heading is left out of the contents', () => {
  const nodes = [heading('  '), heading('Real', 'h3')]
  expect(outline(nodes)).toEqual([{ id: 'real', text: 'Real', level: 3 }])
  expect(headingIds(nodes).size).toBe(1)
})
