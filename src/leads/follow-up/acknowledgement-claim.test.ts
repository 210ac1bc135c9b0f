import { describe, expect, it } from 'vitest'
import { mailboxOf } from './acknowledgement-claim'

describe('the mailbox of an address', () => {
  it.each([
    ['ann@example.com', 'ann@example.com'],
    ['ann+shop@example.com', 'ann@example.com'],
    ['ann+a+b@example.com', 'ann@example.com'],
    ['+ann@example.com', '+ann@example.com'],
    ['an.n@example.com', 'an.n@example.com'],
    ['a.n.n+x@gmail.com', 'ann@gmail.com'],
    ['ann@googlemail.com', 'ann@gmail.com'],
  ])('%s is %s', (identity, mailbox) => {
    expect(mailboxOf(identity)).toBe(mailbox)
  })
})
