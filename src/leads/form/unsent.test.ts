import { describe, expect, it } from 'vitest'
import { HONEYPOT_FIELD } from '@/forms/honeypot'
import { FORM_FIELDS } from './contact-form'
import { fromKept, isRefusal, KEPT_FIELDS, retryDelay, toKeep } from './unsent'

const FORM = { name: 'Nguyễn Ánh', email: 'a@example.com', message: 'Two\r\nlines & “more”', ticket: 'k.1.s', from: '' }

describe('what is kept of an unsent message', () => {
  it('is every field of the form but the one for machines', () => {
    expect([...KEPT_FIELDS].sort()).toEqual(FORM_FIELDS.filter((name) => name !== HONEYPOT_FIELD).sort())
  })

  it('comes back as it was typed', () => {
    expect(fromKept(toKeep(new URLSearchParams(FORM)))).toEqual(FORM)
  })

  it('leaves out the field for machines, what is no field, and a box that was not ticked', () => {
    const body = new URLSearchParams({ ...FORM, [HONEYPOT_FIELD]: 'https://example.com', other: 'x' })
    expect(JSON.parse(toKeep(body))).toEqual(FORM)
  })

  it.each([null, '', 'null', '{', '[]', '"text"', '{}', '{"message":"no ticket"}', '{"ticket":""}', '{"ticket":1}'])(
    'is nothing where %j is stored',
    (text) => {
      expect(fromKept(text)).toBeUndefined()
    },
  )

  it('takes from a storage only the texts of known fields', () => {
    expect(fromKept('{"ticket":"t","name":1,"message":null,"other":"x","__proto__":"y","email":"e"}')).toEqual({
      ticket: 't',
      email: 'e',
    })
  })
})

describe('an answer', () => {
  it.each([400, 403, 413, 415, 422])('of %i is final', (status) => expect(isRefusal(status)).toBe(true))
  it.each([200, 303, 408, 425, 429, 500, 502, 503])('of %i is not', (status) => expect(isRefusal(status)).toBe(false))
})

describe('the wait before the next try', () => {
  it('grows, and stays at a minute', () => {
    expect([1, 2, 3, 4, 5, 6, 100].map(retryDelay)).toEqual([2, 5, 15, 30, 60, 60, 60].map((seconds) => seconds * 1000))
  })
})
