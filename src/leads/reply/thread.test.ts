import { describe, expect, it } from 'vitest'
import { replySubject, threadHeaders } from './thread'

const mail = (number: number) => ({ messageId: `<${number}@example.com>`, subject: 'About' })

describe('threadHeaders', () => {
  it('are none before anything was sent', () => {
    expect(threadHeaders([])).toEqual({})
  })

  it('answer the latest mail and refer to each, the oldest first', () => {
    expect(threadHeaders([mail(1), mail(2), mail(3)])).toEqual({
      inReplyTo: '<3@example.com>',
      references: '<1@example.com> <2@example.com> <3@example.com>',
    })
  })

  it('keep the first and the latest of a long thread', () => {
    const { inReplyTo, references } = threadHeaders(Array.from({ length: 200 }, (_, index) => mail(index)))
    const ids = references?.split(' ') ?? []
    expect(ids).toHaveLength(21)
    expect([ids[0], ids[1], ids.at(-1)]).toEqual(['<0@example.com>', '<180@example.com>', inReplyTo])
  })
})

describe('replySubject', () => {
  it.each([
    ['Your message', 'Re: Your message'],
    ['Re: Your message', 'Re: Your message'],
    ['RE : re: Your message', 'Re: Your message'],
    ['Regarding rest', 'Re: Regarding rest'],
  ])('of %s is %s', (subject, expected) => {
    expect(replySubject(subject)).toBe(expected)
  })
})
