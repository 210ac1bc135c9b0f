import { describe, expect, it } from 'vitest'
import { weekLayout } from './layout'
import { localDays } from './local-days'

const at = (instant: string) => Date.parse(instant)
const meeting = (id: string, from: string, to: string) => ({ id, from: at(from), to: at(to) })
const stretch = (from: string, to: string) => ({ from: at(from), to: at(to) })

function layout(
  first: string,
  count: number,
  zone: string,
  meetings: ReturnType<typeof meeting>[] = [],
  open: ReturnType<typeof stretch>[] = [],
) {
  return weekLayout({ days: localDays(first, count, zone), zone, meetings, open })
}

/** `ann 09:00–09:30 1/2` of each block, with an arrow where it began before or goes on. */
function told(blocks: ReturnType<typeof layout>['columns'][number]['blocks'] = []): string[] {
  const clock = (minutes: number) => new Date(minutes * 60_000).toISOString().slice(11, 16)
  return blocks.map(({ id, from, to, lane, lanes, isContinued, goesOn }) => {
    const end = to === 1440 ? '24:00' : clock(to)
    return `${isContinued ? '←' : ''}${id} ${clock(from)}–${end} ${lane + 1}/${lanes}${goesOn ? '→' : ''}`
  })
}

describe('a week on the wall', () => {
  it('shows meetings by the clock of the zone, on its dates', () => {
    const { columns } = layout('2027-01-14', 2, 'Asia/Kathmandu', [
      meeting('ann', '2027-01-14T19:00Z', '2027-01-14T19:30Z'),
    ])
    expect(columns.map(({ date, blocks }) => [date, ...told(blocks)])).toEqual([
      ['2027-01-14'],
      ['2027-01-15', 'ann 00:45–01:15 1/1'],
    ])
  })

  it('draws a meeting across midnight in both columns, and one from the week before in the first', () => {
    const { columns } = layout('2027-01-14', 2, 'UTC', [
      meeting('early', '2027-01-13T23:30Z', '2027-01-14T00:30Z'),
      meeting('night', '2027-01-14T23:30Z', '2027-01-15T00:30Z'),
      meeting('last', '2027-01-15T23:30Z', '2027-01-16T00:30Z'),
    ])
    expect(columns.map(({ blocks }) => told(blocks))).toEqual([
      ['←early 00:00–00:30 1/1', 'night 23:30–24:00 1/1→'],
      ['←night 00:00–00:30 1/1', 'last 23:30–24:00 1/1→'],
    ])
  })

  it('a meeting that ends at midnight stands in one column', () => {
    const { columns } = layout('2027-01-14', 2, 'UTC', [meeting('ann', '2027-01-14T23:30Z', '2027-01-15T00:00Z')])
    expect(columns.map(({ blocks }) => told(blocks))).toEqual([['ann 23:30–24:00 1/1'], []])
  })
})

describe('meetings at the same time', () => {
  const day = (...meetings: ReturnType<typeof meeting>[]) =>
    told(layout('2027-01-14', 1, 'UTC', meetings).columns[0]?.blocks)
  const on = (id: string, from: string, to: string) => meeting(id, `2027-01-14T${from}Z`, `2027-01-14T${to}Z`)

  it('stand beside each other, and a lane is used again', () => {
    expect(day(on('a', '09:00', '11:00'), on('b', '09:30', '10:00'), on('c', '10:00', '10:30'))).toEqual([
      'a 09:00–11:00 1/2',
      'b 09:30–10:00 2/2',
      'c 10:00–10:30 2/2',
    ])
  })

  it('have the whole width where they only touch', () => {
    expect(day(on('a', '09:00', '09:30'), on('b', '09:30', '10:00'))).toEqual([
      'a 09:00–09:30 1/1',
      'b 09:30–10:00 1/1',
    ])
  })

  it('have as many lanes as there are at once, and those after them their own', () => {
    expect(
      day(on('a', '09:00', '10:00'), on('b', '09:00', '10:00'), on('c', '09:00', '10:00'), on('d', '10:00', '11:00')),
    ).toEqual(['a 09:00–10:00 1/3', 'b 09:00–10:00 2/3', 'c 09:00–10:00 3/3', 'd 10:00–11:00 1/1'])
  })
})

describe('a day on which the clock changes', () => {
  it('of 23 hours has a gap, and what crosses it stands on both sides', () => {
    const { columns } = layout('2027-03-14', 1, 'America/New_York', [
      meeting('ann', '2027-03-14T06:30Z', '2027-03-14T07:30Z'),
      meeting('ben', '2027-03-14T07:00Z', '2027-03-14T07:30Z'),
    ])
    expect(columns[0]).toMatchObject({ hours: 23, gaps: [{ from: 120, to: 180 }] })
    expect(told(columns[0]?.blocks)).toEqual(['ann 01:30–02:00 1/1→', '←ann 03:00–03:30 1/2', 'ben 03:00–03:30 2/2'])
  })

  it('of 25 hours shows what comes at the same time of the clock side by side', () => {
    const { columns } = layout('2027-11-07', 1, 'America/New_York', [
      meeting('first', '2027-11-07T05:30Z', '2027-11-07T06:00Z'),
      meeting('second', '2027-11-07T06:30Z', '2027-11-07T07:00Z'),
    ])
    expect(columns[0]).toMatchObject({ hours: 25, gaps: [] })
    expect(told(columns[0]?.blocks)).toEqual(['first 01:30–02:00 1/2', 'second 01:30–02:00 2/2'])
  })

  it('at midnight is a gap at the top of its own column alone', () => {
    const { columns } = layout('2027-03-27', 3, 'Asia/Beirut')
    expect(columns.map(({ date, hours, gaps }) => [date, hours, gaps])).toEqual([
      ['2027-03-27', 24, []],
      ['2027-03-28', 23, [{ from: 0, to: 60 }]],
      ['2027-03-29', 24, []],
    ])
    expect(layout('2027-03-28', 1, 'Asia/Beirut').columns[0]?.gaps).toEqual([{ from: 0, to: 60 }])
  })
})

describe('the hours of the axis', () => {
  const axis = (...more: [ReturnType<typeof meeting>[], ReturnType<typeof stretch>[]]) => {
    const { from, to } = layout('2027-01-14', 2, 'UTC', ...more)
    return [from / 60, to / 60]
  }
  const open = [stretch('2027-01-14T09:30Z', '2027-01-14T16:15Z')]

  it('are those in which somebody works, in whole hours', () => expect(axis([], open)).toEqual([9, 17]))

  it('are office hours where nobody does', () => expect(axis([], [])).toEqual([9, 17]))

  it('reach to every meeting', () => {
    expect(axis([meeting('ann', '2027-01-15T20:10Z', '2027-01-15T20:40Z')], open)).toEqual([9, 21])
    expect(axis([meeting('ann', '2027-01-14T23:30Z', '2027-01-15T00:30Z')], open)).toEqual([0, 24])
  })
})
