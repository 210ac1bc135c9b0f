import { describe, expect, it } from 'vitest'
import { renderMail } from './layout'

describe('the parts of a mail', () => {
  const typed = 'Tom & "Jerry" <b>\n<script>alert(1)</script>'
  const { text, html } = renderMail(
    [
      { paragraph: typed },
      { quote: typed },
      { facts: [['Name', typed]] },
      { link: { label: 'Open <it>', url: 'https://example.com/?a=1&b="x"' } },
    ],
    'en',
  )

  it('hold what was typed as text, without entities in plain text', () => {
    expect(text).toContain('Name: Tom & "Jerry" <b>')
    expect(text).toContain('> Tom & "Jerry" <b>\n> <script>alert(1)</script>')
    expect(text).not.toContain('&amp;')
  })

  it('hold no HTML that somebody typed', () => {
    expect(html).not.toContain('<script')
    expect(html).not.toContain('<b>')
    expect(html).toContain('Tom &amp; &quot;Jerry&quot; &lt;b&gt;')
    expect(html).toContain('href="https://example.com/?a=1&amp;b=&quot;x&quot;"')
  })

  it('say their language', () => {
    expect(html).toContain('<html lang="en">')
  })
})
