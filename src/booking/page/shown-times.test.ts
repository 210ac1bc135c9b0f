import { describe, expect, it } from 'vitest'
import { shownTimes } from './shown-times'

const NOW = Date.parse('2027-01-10T00:00:00Z')
const starts = [Date.parse('2027-01-14T09:00:00Z'), Date.parse('2027-07-14T09:00:00Z')]
const around = { locale: 'en', homeZone: 'Asia/Ho_Chi_Minh', now: NOW }

describe('the times on a page', () => {
  it('are told in the zone asked for, else in that of the site, which is a guess', () => {
    expect(shownTimes(starts, { zone: 'Europe/Kyiv' }, around)).toMatchObject({ zone: 'Europe/Kyiv', isGuess: false })
    expect(shownTimes(starts, {}, around)).toMatchObject({ zone: 'Asia/Ho_Chi_Minh', isGuess: true })
    expect(shownTimes(starts, { zone: 'Mars/Olympus' }, around)).toMatchObject({ isGuess: true })
  })

  it('are told in the spelling of a zone that can be chosen', () => {
    expect(shownTimes(starts, { zone: 'Asia/Saigon' }, around)).toMatchObject({
      zone: 'Asia/Ho_Chi_Minh',
      isGuess: false,
    })
  })

  it('name the offset of the times shown, not that of today', () => {
    const { zoneWords } = shownTimes(starts, { zone: 'America/New_York', day: '2027-07-01' }, around)
    expect(zoneWords).toBe('New York (Eastern Daylight Time, GMT-4)')
  })

  it('begin with the day asked for, in words, and ignore what is no date', () => {
    expect(shownTimes(starts, { day: '2027-01-12' }, around)).toMatchObject({ dayWords: 'Tuesday 12 January 2027' })
    expect(shownTimes(starts, { day: '2027-99-99' }, around).day).toBeUndefined()
  })

  it('may be none', () => {
    expect(shownTimes([], { zone: 'UTC', day: '2027-01-12' }, around)).toMatchObject({
      zoneWords: 'UTC',
      page: { days: [] },
    })
  })
})
