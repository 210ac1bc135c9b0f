import { stringify } from 'csv-stringify/sync'
import { describe, expect, it } from 'vitest'
import { spreadsheetCell } from './spreadsheet-cell'

/** The cell as it stands in the file, without its quotation marks. */
const cell = (text: string) =>
  stringify([[text]], { quoted: true, escape_formulas: true, cast: { string: spreadsheetCell } })
    .trimEnd()
    .slice(1, -1)

describe('a cell of a spreadsheet', () => {
  const starts = [
    '=',
    '+',
    '-',
    '@',
    '\t',
    '\r',
    '\n',
    '＝',
    '＋',
    '－',
    '＠',
    ' =',
    '\u00a0+',
    '\u200b-',
    '\ufeff@',
    '\r\n=',
    ' \t＝',
  ]
  it.each(starts)('that begins with %j is text', (start) => {
    expect(cell(`${start}cmd|' /C calc'!A0`)).toMatch(/^'/)
  })

  it.each(['Jane', 'jane@example.com', 'Smith-Jones', '1+1', ' Jane', 'a=b', "O'Neil", 'Nguyễn Thị Ánh', ''])(
    'stays %j',
    (text) => {
      expect(cell(text)).toBe(text)
    },
  )
})
