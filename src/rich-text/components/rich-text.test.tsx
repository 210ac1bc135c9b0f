import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { RichTextContent } from '../nodes'
import { RichText } from './rich-text'

type Json = Record<string, unknown>

const text = (value: string, format = 0): Json => ({ type: 'text', text: value, format })
const paragraph = (...children: Json[]): Json => ({ type: 'paragraph', children })
const heading = (value: string, tag = 'h2'): Json => ({ type: 'heading', tag, children: [text(value)] })
const block = (fields: Json): Json => ({ type: 'block', fields })
const link = (fields: Json, label = 'label'): Json => ({ type: 'link', fields, children: [text(label)] })

const render = (...children: Json[]) =>
  renderToStaticMarkup(
    <RichText content={{ root: { children } } as unknown as RichTextContent} locale="en" from="queues" />,
  )

const media = { id: 'm', url: '/media/m/a.png', width: 800, height: 400, alt: 'A queue', sizes: {} }
const statistic = (id: string, asOf: string, value: number): Json => ({
  id,
  label: 'Developers',
  frameworkKey: 'rust',
  value,
  unit: 'developers',
  asOf,
  asOfPrecision: 'year',
  population: 'Developers worldwide',
  sourceStatus: 'not-named',
  citedVia: { title: 'A post' },
})

test('marks nest, and text is escaped', () => {
  expect(render(paragraph(text('<b>', 1 + 2), text('x', 4), text('y', 16)))).toContain(
    '<p><strong><em>&lt;b&gt;</em></strong><s>x</s><code>y</code></p>',
  )
})

test('headings have anchors of their own, empty paragraphs vanish', () => {
  const html = render(heading('Why'), paragraph(), heading('Why'))
  expect(html).toContain('<h2 id="why">Why</h2><h2 id="why-1">Why</h2>')
})

test('lists nest, and a checklist says what is done', () => {
  const item = (value: string, more: Json = {}, ...rest: Json[]): Json => ({
    type: 'listitem',
    children: [text(value), ...rest],
    ...more,
  })
  const inner = { type: 'list', listType: 'number', start: 3, children: [item('c')] }
  expect(render({ type: 'list', listType: 'bullet', children: [item('a', {}, inner)] })).toContain(
    '<ul><li>a<ol start="3"><li>c</li></ol></li></ul>',
  )
  const checklist = render({ type: 'list', listType: 'check', children: [item('x', { checked: true }), item('y')] })
  expect(checklist).toContain('<span class="sr-only">Done: </span>x')
  expect(checklist).toContain('<span class="sr-only">To do: </span>y')
})

test('an internal link leads to its document; one that a visitor may not see is bare text', () => {
  const doc = { relationTo: 'articles', value: { id: '1', slug: 'a', locale: 'en' } }
  expect(render(paragraph(link({ linkType: 'internal', doc })))).toContain('<a href="/blog/a">label</a>')
  const hidden = { relationTo: 'articles', value: 'an-id' }
  expect(render(paragraph(link({ linkType: 'internal', doc: hidden })))).toContain('<p>label</p>')
})

test('a link that would run code is bare text', () => {
  expect(render(paragraph(link({ linkType: 'custom', url: 'javascript:alert(1)' })))).toContain('<p>label</p>')
  expect(render(paragraph(link({ linkType: 'custom', url: 'https://example.com/', newTab: true })))).toContain(
    '<a href="https://example.com/" target="_blank" rel="noopener">',
  )
})

test('a framework card leads to its entry, and is absent when the entry is not public', () => {
  const framework = {
    id: '1',
    name: 'Go',
    slug: 'go',
    kind: 'language',
    summary: 'Small.',
    locale: 'en',
    strengths: [{ text: 'Fast' }],
  }
  expect(render(block({ blockType: 'frameworkCard', framework }))).toContain('<a href="/frameworks/go">Go</a>')
  expect(render(block({ blockType: 'frameworkCard', framework: 'an-id' }))).toBe(
    '<div class="prose prose-numbered"></div>',
  )
})

test('a statistic shows its number, date, population, and that its source is not named', () => {
  const html = render(block({ blockType: 'statistic', statistic: statistic('1', '2022-01-01', 2_200_000) }))
  expect(html).toContain('2.2 million')
  expect(html).toContain('Fig. 1')
  expect(html).toContain('<dd>2022</dd>')
  expect(html).toContain('Developers worldwide')
  expect(html).toContain('Primary source not named')
  expect(html).toContain('<dt>Cited via</dt><dd>A post</dd>')
})

test('the same figure at two dates, one after the other, is one chart under one number', () => {
  const html = render(
    block({ blockType: 'statistic', statistic: statistic('1', '2020-01-01', 600_000) }),
    block({ blockType: 'statistic', statistic: statistic('2', '2022-01-01', 2_200_000) }),
    block({ blockType: 'figure', media, caption: 'Next' }),
  )
  expect(html.match(/<svg/g)).toHaveLength(1)
  expect(html).toContain('2020: 600,000; 2022: 2.2 million')
  expect(html).toContain('Fig. 2</span> · Next')
})

test('a figure has its picture, its description and its number', () => {
  const html = render(block({ blockType: 'figure', media, caption: 'A full queue' }))
  expect(html).toContain('alt="A queue"')
  expect(html).toContain('Fig. 1</span> · A full queue')
  expect(render(block({ blockType: 'figure', media: 'an-id', caption: 'Hidden' }))).not.toContain('Hidden')
})

test('a listing is highlighted with classes and keeps its text', () => {
  const html = render(block({ blockType: 'code', language: 'typescript', filename: 'a.ts', code: 'const a = "<"' }))
  expect(html).toContain('<span class="tok-keyword">const</span>')
  expect(html).toContain('a.ts')
  expect(html).toContain('&lt;')
})

test('a table marks its headings and fills short rows', () => {
  const rows = [['A', 'B'], ['1']].map((cells) => ({ cells: cells.map((cell) => ({ text: cell })) }))
  const html = render(block({ blockType: 'table', caption: 'Costs', headerRow: true, headerColumn: true, rows }))
  expect(html).toContain('<th scope="col">A</th>')
  expect(html).toContain('<th scope="row">1</th><td></td>')
  expect(html).toContain('Table 1</span> · Costs')
  expect(render(block({ blockType: 'table', rows: [] }))).not.toContain('table')
})

test('a callout, a quote and questions are read as what they are', () => {
  expect(render(block({ blockType: 'callout', tone: 'warning', title: 'Stop', text: 'Look' }))).toContain(
    'callout-warning',
  )
  const quote = render(block({ blockType: 'quote', text: 'Words', source: 'Ada', sourceUrl: 'javascript:1' }))
  expect(quote).toContain('<blockquote><p>Words</p></blockquote>')
  expect(quote).not.toContain('<a ')
  expect(render(block({ blockType: 'faq', items: [{ question: 'Why?', answer: 'So.' }] }))).toContain(
    '<details><summary>Why?</summary><p>So.</p></details>',
  )
})

test('a call to action carries its topic and its article to the contact form', () => {
  expect(render(block({ blockType: 'callToAction', title: 'Talk', label: 'Write', topic: 'project' }))).toContain(
    'href="/contact?topic=project&amp;from=queues"',
  )
})

test('nothing carries an inline style, whatever the text holds', () => {
  const html = render(
    { ...paragraph(text('a')), format: 'center', indent: 2, textStyle: 'color:red' },
    { ...heading('b'), format: 'right' },
    { type: 'quote', children: [text('c')] },
    { type: 'horizontalrule' },
    block({ blockType: 'statistic', statistic: statistic('1', '2022-01-01', 5) }),
    block({ blockType: 'code', language: 'php', code: '<?php echo 1;' }),
    { type: 'unknown', children: [] },
    block({ blockType: 'unknown' }),
  )
  expect(html).not.toMatch(/\sstyle=/)
})

test('an empty field renders an empty text', () => {
  expect(renderToStaticMarkup(<RichText content={null} locale="en" />)).toBe('<div class="prose prose-numbered"></div>')
})

test('a meeting leads to where it is booked with the article it stands in, and to all kinds when its own is not offered', () => {
  const type = {
    id: 't',
    slug: 'intro-call',
    name: 'Intro call',
    description: 'We listen.',
    length: 30,
    location: { kind: 'video' },
  }
  const card = render(block({ blockType: 'meeting', type }))
  expect(card).toContain('href="/book/intro-call?from=queues"')
  for (const words of ['Intro call', 'We listen.', '30 min · Video call']) expect(card).toContain(words)
  expect(render(block({ blockType: 'meeting', type, title: 'Talk <b>', text: 'Now.' }))).toContain('Talk &lt;b&gt;')
  for (const gone of [undefined, null, 't']) {
    expect(render(block({ blockType: 'meeting', type: gone }))).toContain('href="/book?from=queues"')
  }
})
