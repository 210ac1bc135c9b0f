import { describe, expect, it } from 'vitest'
import { pagesRead, type TimelineSources, timelineOf } from './timeline'

const nothing: TimelineSources = { events: [], submissions: [], emails: [] }
const names = new Map([['u1', 'Jane']])

const mail = {
  id: 'm1',
  createdAt: '2026-03-02T09:00:00.000Z',
  updatedAt: '2026-03-02T11:00:00.000Z',
  sentAt: '2026-03-02T10:00:00.000Z',
  kind: 'reply',
  state: 'sent' as const,
  to: { address: 'ann@example.com' },
  subject: 'Re: Your message',
  text: 'We can do that.',
  author: 'u1',
}

describe('the timeline', () => {
  it('is empty while nothing has happened', () => {
    expect(timelineOf(nothing, names)).toEqual([])
  })

  it('shows a message in full, after the pages that were read before it', () => {
    const at = '2026-03-01T09:00:00.000Z'
    const attribution = { landingPage: '/blog/rust' }
    const entries = timelineOf(
      {
        ...nothing,
        events: [{ id: 'e1', at, kind: 'message', text: 'A project (AB)', data: { submission: 's1' } }],
        submissions: [{ id: 's1', receivedAt: at, message: 'We need a shop.', attribution }],
      },
      names,
    )
    expect(entries.map(({ kind, text }) => [kind, text])).toEqual([
      ['message', 'We need a shop.'],
      ['pages', 'Began at /blog/rust'],
    ])
    expect(entries[0]?.source).toEqual({ collection: 'contact-submissions', id: 's1' })
  })

  it('shows a reply with its whole text, its author and what became of it', () => {
    const [entry] = timelineOf({ ...nothing, emails: [mail] }, names)
    expect(entry).toMatchObject({ at: mail.sentAt, author: 'Jane', text: 'Re: Your message\n\nWe can do that.' })
    expect(entry?.title).toBe('Reply to ann@example.com, sent')
  })

  it('says of a mail that failed when it did, and shows of other mails the subject alone', () => {
    const [entry] = timelineOf({ ...nothing, emails: [{ ...mail, kind: 'contact-sales', state: 'failed' }] }, names)
    expect(entry).toMatchObject({ at: mail.updatedAt, text: 'Re: Your message' })
    expect(entry?.title).toContain('could not be delivered')
  })

  it('has the newest first, whatever it is', () => {
    const note = { id: 'e1', at: '2026-03-02T10:30:00.000Z', kind: 'note' as const, text: 'Later', author: 'u1' }
    const call = { ...note, id: 'e2', at: '2026-03-02T09:30:00.000Z', kind: 'call' as const }
    const entries = timelineOf({ ...nothing, events: [call, note], emails: [mail] }, names)
    expect(entries.map(({ id }) => id)).toEqual(['e1', 'm1', 'e2'])
  })
})

describe('pagesRead', () => {
  it('says what is known, and nothing of what is not', () => {
    expect(pagesRead({ article: 'rust', source: 'news', campaign: 'spring' })).toBe(
      'Campaign news / spring\nRead the article “rust”',
    )
    expect(pagesRead({})).toBeUndefined()
  })
})
