import { describe, expect, it } from 'vitest'
import { outcomeOf } from './delivery-outcome'

describe('a failed attempt', () => {
  it.each(['RCPT TO', 'DATA'])('is final when the server refuses the message at %s', (command) => {
    expect(outcomeOf({ command, responseCode: 550, response: '550 No such user' })).toEqual({
      outcome: 'refused',
      reply: '550 No such user',
    })
  })

  it('is put off when the server says "not now"', () => {
    expect(outcomeOf({ command: 'RCPT TO', responseCode: 451, response: '451 Greylisted' }).outcome).toBe('deferred')
  })

  it.each(['CONN', 'EHLO', 'AUTH PLAIN', 'MAIL FROM'])('is put off when the server refuses us at %s', (command) => {
    expect(outcomeOf({ command, responseCode: 554 }).outcome).toBe('deferred')
  })

  it('is an error when nobody answered', () => {
    expect(outcomeOf({ code: 'ECONNECTION', command: 'CONN', message: 'connect ECONNREFUSED' })).toEqual({
      outcome: 'error',
      reply: 'connect ECONNREFUSED',
    })
  })

  it('is final when the address can never be sent to', () => {
    expect(outcomeOf({ code: 'EENVELOPE', message: 'Internationalized mailbox name not allowed' }).outcome).toBe(
      'refused',
    )
  })

  it('keeps no endless reply', () => {
    expect(outcomeOf({ message: 'x'.repeat(5000) }).reply).toHaveLength(1000)
  })
})
