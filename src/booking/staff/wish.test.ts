import { describe, expect, it } from 'vitest'
import { wishOf } from './wish'

const answer = (key: string, value: string) => ({ key, label: key, value })
const type = answer('meeting-type', 'intro-call')
const time = answer('preferred', '2027-01-14T09:00:00.000Z')

describe('a message', () => {
  it('asks for a meeting with its type, times, zone, guests and answers', () => {
    const question = answer('question-1', 'The shop')
    const more = [answer('time-zone', 'Asia/Kolkata'), answer('guests', 'ben@example.com, cara@example.com'), question]
    expect(wishOf({ answers: [type, time, time, answer('preferred', '2027-01-15T10:00Z'), ...more] })).toEqual({
      type: 'intro-call',
      times: ['2027-01-14T09:00:00.000Z', '2027-01-15T10:00:00.000Z'],
      zone: 'Asia/Kolkata',
      guests: ['ben@example.com', 'cara@example.com'],
      answers: [question],
    })
  })

  it.each([
    ['a type', [time]],
    ['a time', [type]],
    ['a time that is one', [type, answer('preferred', 'soon')]],
    ['an answer', []],
  ])('asks for none without %s', (_, answers) => {
    expect(wishOf({ answers })).toBeUndefined()
  })

  it('tells times in UTC where its zone does not exist', () => {
    expect(wishOf({ answers: [type, time, answer('time-zone', 'Mars/Olympus')] })?.zone).toBe('UTC')
  })
})
