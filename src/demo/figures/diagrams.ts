import { ACCENT, arrow, box, label, PENCIL, sheet, stroke } from './sheet'

/** Where each of the nine technologies tends to stand: from quick to change to fast to run. */
export function nineTechnologies(): string {
  const columns: [string, string[]][] = [
    ['interface and pages', ['React + Next.js', 'JavaScript', 'PHP']],
    ['business and data', ['Python', 'C#', 'Node.js']],
    ['services and limits', ['Go', 'Rust', 'C++']],
  ]
  const drawn = columns.flatMap(([name, entries], column) => {
    const x = 120 + column * 470
    return [
      label(name, x + 200, 190, { anchor: 'middle', color: ACCENT, size: 20 }),
      ...entries.map((entry, row) => box(x, 240 + row * 140, 400, 100, [entry])),
    ]
  })
  return sheet(
    'Nine backend technologies · 2024',
    ...drawn,
    arrow(120, 710, 1460, 710),
    label('quick to change', 120, 734, { size: 18, color: PENCIL }),
    label('fast to run', 1460, 734, { size: 18, color: PENCIL, anchor: 'end' }),
  )
}

/** A router in front of the old and the new application, which share session and database. */
export function strangler(): string {
  return sheet(
    'One route at a time',
    box(120, 360, 220, 120, ['browser']),
    arrow(340, 420, 470, 420),
    box(480, 330, 260, 180, ['router', 'by path'], ACCENT),
    stroke('M740 380H820V250', ACCENT, 2.5),
    arrow(820, 250, 910, 250, ACCENT),
    stroke('M740 460H820V590', undefined, 2.5),
    arrow(820, 590, 910, 590),
    box(920, 180, 300, 140, ['new', '/account']),
    box(920, 520, 300, 140, ['old PHP', 'all the rest']),
    arrow(1220, 250, 1310, 250),
    arrow(1220, 590, 1310, 590),
    box(1320, 180, 200, 480, ['session', '+', 'database']),
    label('each release moves one line', 790, 560, { anchor: 'end', size: 18, color: ACCENT }),
  )
}

/** The screen talks to the local database alone; outbox and cursor are two loops between phone and server. */
export function offlineSync(): string {
  return sheet(
    'Save first, send later',
    stroke('M100 150H940V730H100Z', PENCIL, 2, '8 8'),
    label('phone', 130, 176, { color: PENCIL, size: 18 }),
    box(160, 360, 220, 140, ['screen']),
    arrow(380, 430, 490, 430),
    box(500, 240, 360, 120, ['local database']),
    box(500, 400, 360, 120, ['outbox'], ACCENT),
    box(500, 560, 360, 120, ['cursor']),
    stroke('M440 430V300', undefined, 2.5),
    arrow(440, 300, 490, 300),
    arrow(860, 460, 1180, 460, ACCENT),
    label('send, same id', 1065, 424, { anchor: 'middle', size: 18, color: ACCENT }),
    arrow(1180, 620, 870, 620),
    label('what is new?', 1065, 584, { anchor: 'middle', size: 18 }),
    box(1190, 320, 290, 380, ['server', 'stream of', 'changes']),
  )
}
