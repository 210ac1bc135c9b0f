import { describe, expect, it } from 'vitest'
import { isTimeZone } from '@/platform/time-zone'
import { ZONE_GROUPS, zoneCity, zoneWords } from './time-zones'

describe('the zones to choose from', () => {
  const names = ZONE_GROUPS.flatMap(({ zones }) => zones.map(({ name }) => name))

  it('go by the names of today, which an older runtime leaves out', () => {
    expect(names).toEqual(expect.arrayContaining(['UTC', 'Asia/Kolkata', 'Europe/Kyiv', 'Asia/Ho_Chi_Minh']))
    expect(names).not.toContain('Asia/Calcutta')
    expect(names).not.toContain('Asia/Saigon')
  })

  it('stand there once, and each can be used', () => {
    expect(new Set(names).size).toBe(names.length)
    expect(names.filter((name) => !isTimeZone(name))).toEqual([])
  })
})

describe('a zone in words', () => {
  it('names the city, the time and its distance from UTC on that day', () => {
    expect(zoneWords('America/New_York', 'en', Date.UTC(2027, 0, 14))).toBe('New York (Eastern Standard Time, GMT-5)')
    expect(zoneWords('America/New_York', 'en', Date.UTC(2027, 6, 14))).toBe('New York (Eastern Daylight Time, GMT-4)')
    expect(zoneWords('Asia/Kathmandu', 'en', 0)).toContain('GMT+5:30')
    expect(zoneWords('UTC', 'en', 0)).toBe('UTC')
  })

  it('has spaces where its name has underscores', () => {
    expect(zoneCity('America/Argentina/Buenos_Aires')).toBe('Argentina, Buenos Aires')
  })
})
