import { LinkNode, ServerBlockNode } from '@payloadcms/richtext-lexical'
import { createHeadlessEditor } from '@payloadcms/richtext-lexical/lexical/headless'
import { ListItemNode, ListNode } from '@payloadcms/richtext-lexical/lexical/list'
import { HeadingNode } from '@payloadcms/richtext-lexical/lexical/rich-text'
import { describe, expect, it } from 'vitest'
import { demoId } from './ids'
import {
  callout,
  callToAction,
  code,
  faq,
  figure,
  frameworkCard,
  h2,
  h3,
  ol,
  p,
  quote,
  type RichText,
  richText,
  statistic,
  table,
  ul,
} from './rich-text'

/** What the editor would save after opening the document and changing nothing. */
function savedByTheEditor(document: RichText): unknown {
  const nodes = [HeadingNode, ListNode, ListItemNode, LinkNode, ServerBlockNode]
  const onError = (error: Error) => {
    throw error
  }
  const editor = createHeadlessEditor({ nodes, onError })
  editor.setEditorState(editor.parseEditorState(JSON.stringify(document)))
  return JSON.parse(JSON.stringify(editor.getEditorState().toJSON()))
}

const everything = () =>
  richText(
    h2('Plan'),
    h3('Step `one`'),
    p('Write **less**, *then* [read on](article:sqlite) or [ask us](/contact).'),
    p('**Bold first** and plain after.'),
    ul('one', 'two'),
    ol('first', 'second with `code`'),
    code('typescript', '\n      const a = 1\n        + 1\n    ', 'a.ts'),
    callout('tip', 'Title', 'Text over', 'two arguments'),
    table('Caption', ['', 'A'], ['x', '1']),
    quote('Words', { source: 'A manual', sourceUrl: 'https://example.com/manual' }),
    figure('sync', 'Fig.'),
    frameworkCard('rust'),
    statistic('rust-2020'),
    faq(['Why?', 'Because.']),
    callToAction({ title: 'Talk', text: 'To us', label: 'Go', topic: 'project' }),
  )

function block(document: RichText, blockType: string): Record<string, unknown> {
  const fields = document.root.children.flatMap((node) => (node.type === 'block' ? [node.fields] : []))
  return fields.find((candidate) => candidate.blockType === blockType) ?? {}
}

describe('a demo document', () => {
  it('comes back from the editor exactly as it was built', () => {
    expect(savedByTheEditor(everything())).toEqual(everything())
  })

  it('refers to other demo documents by their ids', () => {
    const stored = JSON.stringify(everything())
    expect(stored).toContain(
      JSON.stringify({
        linkType: 'internal',
        newTab: false,
        doc: { relationTo: 'articles', value: demoId('articles', 'sqlite') },
      }),
    )
    expect(block(everything(), 'frameworkCard').framework).toBe(demoId('frameworks', 'rust'))
  })

  it('keeps an outside address as it is written', () => {
    const stored = JSON.stringify(richText(p('[site](https://example.com/a?b=c) and [mail](mailto:hello@example.com)')))
    expect(stored).toContain('"url":"https://example.com/a?b=c"')
    expect(stored).toContain('"url":"mailto:hello@example.com"')
  })

  it('gives every block, row and link an id of its own', () => {
    const ids = [...JSON.stringify(everything()).matchAll(/"id":"([^"]*)"/g)].map((match) => match[1])
    expect(ids.length).toBeGreaterThan(15)
    expect(ids.every((id) => /^[0-9a-f]{24}$/.test(id ?? ''))).toBe(true)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('takes the indentation of our source out of code and keeps its own', () => {
    expect(block(everything(), 'code').code).toBe('const a = 1\n  + 1')
  })

  it('joins sentences given apart with a space', () => {
    expect(block(everything(), 'callout').text).toBe('Text over two arguments')
    expect(JSON.stringify(p('One.', 'Two.'))).toContain('"One. Two."')
  })
})

describe('inline marks', () => {
  const texts = (source: string) =>
    p(source).children.map((node) => (node.type === 'text' ? [node.text, node.format] : [node.type]))

  it('are bold, italic, code and links', () => {
    expect(texts('a **b** *c* `d` [e](/f)')).toEqual([
      ['a ', 0],
      ['b', 1],
      [' ', 0],
      ['c', 2],
      [' ', 0],
      ['d', 16],
      [' ', 0],
      ['link'],
    ])
  })

  it('leave a lone asterisk, a multiplication and marks inside code alone', () => {
    expect(texts('5 * 3 * 2')).toEqual([['5 * 3 * 2', 0]])
    expect(texts('`**kwargs`')).toEqual([['**kwargs', 16]])
  })
})
