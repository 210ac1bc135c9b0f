import { ACCENT, bar, INK, label, PENCIL, sheet, stroke } from './sheet'

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
