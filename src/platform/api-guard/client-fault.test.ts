import { describe, expect, it } from 'vitest'
import { answerClientFault, clientFault } from './client-fault'

const answer = (error: Error) => answerClientFault({ error } as never)
const failure = (message: string, more: object = {}) => Object.assign(new Error(message), more)

describe('an error of Payload', () => {
  it.each([
    'Unexpected end of form',
    'Malformed part header',
    'Invalid JSON',
    "Cannot set properties of null (setting '_status')",
  ])('that says "%s" is the fault of the request', (message) => {
    expect(clientFault(new Error(message))?.status).toBe(400)
    expect(answer(failure(message, { status: 500 }))).toMatchObject({ status: 400 })
  })

  it.each(['disk I/O error', 'connect ECONNREFUSED', 'Failed query: select 1'])('that says "%s" is ours', (message) => {
    expect(clientFault(new Error(message))).toBeUndefined()
    expect(answer(failure(message))).toBeUndefined()
  })

  it('keeps its words when the production build took its name', () => {
    const error = failure('The following path cannot be queried: owner.email', { name: '', status: 400 })
    expect(answer(error)).toEqual({ response: { errors: [{ message: error.message }] }, status: 400 })
  })

  it.each(['', 'a'])('keeps its data when the build calls it "%s"', (name) => {
    const data = { errors: [{ path: 'title', message: 'Too long' }] }
    const error = failure('The following field is invalid: title', { name, status: 400, data })
    expect(answer(error)).toMatchObject({ response: { errors: [{ message: error.message, data }] }, status: 400 })
  })

  it('is not told when it is not public', () => {
    expect(answer(failure('inside', { name: '', status: 403, isPublic: false }))).toBeUndefined()
  })
})
