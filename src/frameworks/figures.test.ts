import { expect, test } from 'vitest'
import type { Statistic } from '@/payload-types'
import { extent, formatFigure, growth, scaleFor, seriesOf } from './figures'

const rust = (asOf: string, value: number): Statistic => ({
  id: asOf,
  label: 'Developers who use Rust',
  frameworkKey: 'rust',
  value,
  unit: 'developers',
  asOf,
  asOfPrecision: 'month',
  population: 'developers worldwide',
  sourceStatus: 'not-named',
  createdAt: '',
  updatedAt: '',
})

test('a percentage keeps its decimals', () => {
  expect(formatFigure({ value: 36.42, unit: 'percent' }, 'en')).toBe('36.42%')
  expect(formatFigure({ value: 36.42, unit: 'percent' }, 'vi')).toBe('36,42%')
})

test('a range names both ends', () => {
  expect(formatFigure({ low: 3, high: 9, unit: 'years' }, 'en')).toBe('3–9')
})

test('counts are written out below a million and in words above', () => {
  expect(formatFigure({ value: 600_000, unit: 'developers' }, 'en')).toBe('600,000')
  expect(formatFigure({ value: 2_200_000, unit: 'developers' }, 'en')).toBe('2.2 million')
})

test('a figure without any number is a dash, not a zero', () => {
  expect(formatFigure({ unit: 'percent' }, 'en')).toBe('–')
  expect(extent({ unit: 'percent' })).toBeUndefined()
})

test('a range entered the wrong way round is put right', () => {
  expect(extent({ low: 9, high: 3, unit: 'years' })).toEqual({ low: 3, high: 9 })
})

test('percentages are drawn on a whole hundred', () => {
  expect(scaleFor([{ value: 3, unit: 'percent' }])).toEqual({ max: 100, ticks: [0, 25, 50, 75, 100] })
})

test('every other axis ends at a round number that holds the highest figure', () => {
  expect(scaleFor([rust('2020', 600_000), rust('2022', 2_200_000)])).toEqual({
    max: 3_000_000,
    ticks: [0, 1_000_000, 2_000_000, 3_000_000],
  })
  expect(scaleFor([{ low: 3, high: 9, unit: 'years' }]).max).toBe(10)
  expect(scaleFor([{ value: 0, unit: 'years' }]).max).toBe(1)
})

test('the same figure at two dates is one series in order of time, another figure is its own', () => {
  const other = { ...rust('2021', 1), label: 'Something else' }
  const series = seriesOf([rust('2022-01', 2), other, rust('2020-01', 1)])
  expect(series.map((rows) => rows.map((row) => row.asOf))).toEqual([['2020-01', '2022-01'], ['2021']])
})

test('growth is a factor from first to last, and silent where there is none', () => {
  expect(growth([rust('2020', 600_000), rust('2022', 2_200_000)])).toBeCloseTo(3.667, 3)
  expect(growth([rust('2020', 600_000)])).toBeUndefined()
  expect(growth([rust('2020', 0), rust('2022', 5)])).toBeUndefined()
  expect(growth([rust('2020', 5), rust('2022', 4)])).toBeUndefined()
})
