import { describe, expect, it } from 'vitest'
import { type MailBlock, renderMail } from '.'
import { INK } from './styles'

const typed = 'Tom & "Jerry" <b>\n<script>alert(1)</script>  =?utf-8?Q?x?= &amp;'
const blocks: MailBlock[] = [
  { paragraph: typed },
  { heading: 'Details' },
  { quote: typed },
  {
    facts: [
      ['Name', typed],
      ['Company', 'A & B'],
    ],
  },
  { link: { label: 'Open <it>', url: 'https://example.com/?a=1&b="x"' } },
  { links: [{ label: 'Another & more', url: 'https://example.com/2' }] },
  { note: 'Ignore & forget' },
]

describe('the plain part', () => {
  it('holds what was typed letter by letter, and no value looks like another', async () => {
    expect((await renderMail(blocks, 'en')).text).toBe(`${typed}

Details

> Tom & "Jerry" <b>
> <script>alert(1)</script>  =?utf-8?Q?x?= &amp;

Name: Tom & "Jerry" <b>
  <script>alert(1)</script>  =?utf-8?Q?x?= &amp;
Company: A & B

Open <it>:
https://example.com/?a=1&b="x"

- Another & more
  https://example.com/2

Ignore & forget
`)
  })

  it('folds no line that was typed', async () => {
    const line = 'word '.repeat(400).trim()
    expect((await renderMail([{ quote: line }], 'en')).text).toBe(`> ${line}\n`)
  })
})

describe('what a colleague typed', () => {
  it('keeps its lines, and its addresses of pages are links, without the punctuation around them', async () => {
    const letter = 'Hello <Ann>,\nsee https://example.com/a?b=1&c=2. Or (http://example.org/x)!\n\nme@example.com'
    const { html, text } = await renderMail([{ typed: letter }], 'en')
    expect(text).toBe(`${letter}\n`)
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, url]) => url)).toEqual([
      'https://example.com/a?b=1&amp;c=2',
      'http://example.org/x',
    ])
    expect(html).toContain('Hello &lt;Ann&gt;,</span><span><br/>see ')
  })

  it('makes no link of another scheme', async () => {
    expect((await renderMail([{ typed: 'javascript:alert(1) data:text/html,x' }], 'en')).html).not.toContain('href')
  })
})

describe('the HTML part', () => {
  it('holds no HTML that somebody typed', async () => {
    const { html } = await renderMail(blocks, 'en')
    expect(html).not.toContain('<script')
    expect(html).not.toContain('<b>')
    expect(html).toContain('Tom &amp; &quot;Jerry&quot; &lt;b&gt;')
    expect(html).toContain('&amp;amp;')
    expect(html).toContain('href="https://example.com/?a=1&amp;b=&quot;x&quot;"')
  })

  it('keeps line breaks and blanks as they were typed', async () => {
    const { html } = await renderMail([{ quote: 'one  two\nthree' }], 'en')
    expect(html.replace(/<\/?span>/g, '')).toContain('one  two<br/>three')
    expect(html).toContain('white-space:pre-wrap')
  })

  it('says its language, and that it has a dark side', async () => {
    const { html } = await renderMail(blocks, 'vi')
    expect(html).toMatch(/<html[^>]* lang="vi"/)
    expect(html).toContain('<meta content="light dark" name="color-scheme"/>')
    expect(html).toContain('@media (prefers-color-scheme:dark){')
    expect(html).toContain(`.page td{background-color:${INK.dark.page}!important;color:${INK.dark.text}!important}`)
  })

  it('loads nothing from anywhere, so that reading it tells nobody', async () => {
    expect((await renderMail(blocks, 'en')).html).not.toMatch(/<img|<link|src=|url\(|@import/)
  })
})

/** WCAG 2.2, 1.4.3: the contrast of two colours written as `#rrggbb`. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const [r = 0, g = 0, b = 0] = (colour.match(/[0-9a-f]{2}/g) ?? []).map((part) => {
      const value = Number.parseInt(part, 16) / 255
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

describe.each(Object.entries(INK))('the %s colours', (_, { page, text, muted, link }) => {
  it.each(Object.entries({ text, muted, link }))('%s can be read', (__, colour) => {
    expect(contrast(colour, page)).toBeGreaterThanOrEqual(4.5)
  })
})
