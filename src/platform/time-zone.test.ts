import { describe, expect, it } from 'vitest'
import { isTimeZone, zoneOrUtc } from './time-zone'

describe('the name of a time zone', () => {
  it.each([
    'UTC',
    'Asia/Kolkata',
    'Asia/Calcutta',
    'Europe/Kyiv',
    'Asia/Ho_Chi_Minh',
    'Etc/GMT+7',
    'America/Argentina/Salta',
  ])('may be %s', (name) => expect(isTimeZone(name)).toBe(true))

  it.each(['', 'Mars/Olympus', '+07:00', 'asia/tokyo', 'Asia/Tokyo\n', '../etc', 'Asia/Tokyo?x=1'])(
    'may not be %j',
    (name) => expect(isTimeZone(name)).toBe(false),
  )

  it.each([
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['Asia/Hanoy', 'UTC'],
    ['', 'UTC'],
    [null, 'UTC'],
    [undefined, 'UTC'],
  ])('%j is used as %s', (name, zone) => expect(zoneOrUtc(name)).toBe(zone))
})
