import { ACCENT, bar, INK, label, PENCIL, sheet, stroke } from './sheet'

/** Two measurements of one thing, two years apart, with nothing guessed in between. */
export function rustDevelopers(): string {
  const [floor, top] = [680, 200]
  const height = (developers: number) => ((floor - top) * developers) / 2_400_000
  const column = (x: number, developers: number, value: string, year: string, color: string) => [
    bar(x, floor - height(developers), 220, height(developers), color),
    label(value, x + 110, floor - height(developers) - 50, { anchor: 'middle', size: 34, color }),
    label(year, x + 110, floor + 28, { anchor: 'middle' }),
  ]
  return sheet(
    'Developers interested in Rust',
    ...column(400, 600_000, '600,000', 'early 2020', INK),
    ...column(980, 2_200_000, '2.2 million', 'early 2022', ACCENT),
    stroke(`M240 ${floor}H1360`),
    label('as cited · primary source not named', 1520, 774, { anchor: 'end', size: 16, color: PENCIL }),
  )
}

/** The six percentages about C# and ASP.NET, longest first. */
export function csharpAdoption(): string {
  const rows: [string, number][] = [
    ['prefer ASP.NET Core', 78],
    ['ASP.NET: MVC', 64],
    ['use ASP.NET Core', 56],
    ['C# 11', 42],
    ['ASP.NET: Razor Pages', 40],
    ['C# 10', 32],
  ]
  const [left, width] = [560, 840]
  const drawn = rows.flatMap(([name, percent], index) => {
    const y = 170 + index * 92
    return [
      label(name, left - 30, y + 14, { anchor: 'end' }),
      bar(left, y, (width * percent) / 100, 48, index === 0 ? ACCENT : INK),
      label(`${percent}%`, left + (width * percent) / 100 + 20, y + 12, { size: 24 }),
    ]
  })
  return sheet(
    'C# and ASP.NET in percent',
    ...drawn,
    stroke(`M${left} 150V710`),
    label('as cited · different groups were asked · primary source not named', 1520, 774, {
      anchor: 'end',
      size: 16,
      color: PENCIL,
    }),
  )
}

/** A skewed estimate: best, likely, and the two dates that may be promised. */
export function estimateRange(): string {
  const [left, floor] = [200, 640]
  const mark = (x: number, top: number, name: string, color = INK) => [
    stroke(`M${x} ${floor}V${top}`, color, 2, '2 8'),
    label(name, x, floor + 28, { anchor: 'middle', color }),
  ]
  return sheet(
    'One task, many outcomes',
    stroke(`M${left} ${floor}C330 ${floor} 360 200 470 200C620 200 640 520 ${1400} ${floor - 12}`, INK, 4),
    ...mark(280, 560, 'best'),
    ...mark(470, 200, 'likely'),
    ...mark(680, 390, '50%', ACCENT),
    ...mark(1000, 560, '80%', ACCENT),
    ...mark(1240, 604, '95%', ACCENT),
    stroke(`M${left - 40} ${floor}H1440`),
    label('plan with 50%', 760, 260, { color: ACCENT }),
    label('promise with 80% or 95%', 760, 310, { color: ACCENT }),
    label('days', 1440, floor + 100, { anchor: 'end', color: PENCIL }),
  )
}

/** Office hours of four cities on Hanoi's clock, in northern winter (hours past 24 are the next day). */
export function hanoiOverlap(): string {
  const cities: [string, number, number][] = [
    ['Hanoi', 9, 18],
    ['Tokyo', 7, 16],
    ['Berlin', 15, 24],
    ['New York', 21, 30],
  ]
  const at = (hour: number) => 360 + (hour - 6) * 46
  const ticks = [6, 9, 12, 15, 18, 21, 24, 27, 30]
  const drawn = cities.flatMap(([city, from, to], index) => {
    const y = 230 + index * 120
    const [start, end] = [Math.max(from, 9), Math.min(to, 18)]
    return [
      label(city, 320, y + 18, { anchor: 'end', size: 26 }),
      stroke(`M${at(from)} ${y}H${at(to)}V${y + 60}H${at(from)}Z`),
      ...(index > 0 && end > start ? [bar(at(start), y + 1, at(end) - at(start), 58)] : []),
    ]
  })
  return sheet(
    'Four working days, in Hanoi time',
    ...ticks.map((hour) => stroke(`M${at(hour)} 200V720`, PENCIL, 1, '2 8')),
    ...ticks.map((hour) => label(`${hour % 24}`, at(hour), 164, { anchor: 'middle', color: PENCIL, size: 20 })),
    ...drawn,
    label('filled: hours shared with Hanoi', 1520, 774, { anchor: 'end', size: 16, color: ACCENT }),
  )
}
