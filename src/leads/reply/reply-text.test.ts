import { describe, expect, it } from 'vitest'
import { renderMail } from '@/mail/layout'
import { mailSettings } from '../follow-up/emails/mail-settings'
import { replyBlocks, withoutQuote } from './reply-text'

const settings = mailSettings({ companyName: 'Example Agency', timeZone: 'Asia/Ho_Chi_Minh' }, 'en')
const answered = {
  name: 'Ann at evil.example',
  receivedAt: '2026-03-02T09:30:00.000Z',
  message: 'We need a shop.\n\n> And quickly <b>',
}

describe('a reply', () => {
  it('has what was typed on top, and below it the message with who wrote it and when', async () => {
    const { text } = await renderMail(replyBlocks('Hello Ann,\nwe can do that.', answered, settings), 'en')
    const [typed, intro, ...quote] = text.split('\n\n')
    expect(typed).toBe('Hello Ann,\nwe can do that.')
    expect(intro?.replaceAll('\u2060', '')).toBe('Ann at evil.example wrote on 2 March 2026 at 16:30 GMT+7:')
    expect(intro).not.toContain('evil.example')
    expect(quote.join('\n\n')).toBe('> We need a shop.\n> \n> > And quickly <b>\n')
  })

  it.each(['Hello Ann,\n\nwe can do that.', 'You wrote:\n\n> a shop\n\nYes.', '> a shop\n\nWe can.\n\n> quickly'])(
    'gives back what was typed: %j',
    async (typed) => {
      expect(withoutQuote((await renderMail(replyBlocks(typed, answered, settings), 'en')).text)).toBe(typed)
    },
  )

  it('without a quote is left as it is', () => {
    expect(withoutQuote('Just this.\n')).toBe('Just this.')
  })
})
