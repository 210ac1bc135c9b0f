import { lettersPath, lettersWidth } from './lettering'

/** The shape that social networks show, so that nothing is cut off there. */
export const WIDTH = 1600
export const HEIGHT = 840

const PAPER = '#faf8f3'
const RULE = '#e4dfd3'
export const INK = '#1d1f23'
export const PENCIL = '#6b6a66'
export const ACCENT = '#b5341a'

type Style = { color?: string; size?: number; anchor?: 'start' | 'middle' | 'end' }

/** A page of the notebook: paper with a square grid, a hairline frame, the figure's name in a corner, and drawings. */
export function sheet(name: string, ...drawings: string[]): string {
  const ruled = [
    ...every(40, WIDTH).map((x) => `M${x} 0V${HEIGHT}`),
    ...every(40, HEIGHT).map((y) => `M0 ${y}H${WIDTH}`),
  ]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
    `<rect width="100%" height="100%" fill="${PAPER}"/>`,
    `<path d="${ruled.join('')}" stroke="${RULE}" stroke-width="1" fill="none"/>`,
    `<rect x="40" y="40" width="${WIDTH - 80}" height="${HEIGHT - 80}" fill="none" stroke="${INK}" stroke-width="1.5"/>`,
    label(name, 80, 80, { size: 26 }),
    ...drawings,
    '</svg>',
  ].join('')
}

const every = (step: number, end: number) => Array.from({ length: Math.floor(end / step) }, (_, index) => index * step)

/** A label in the notebook's lettering; `x` is its start, middle or end, and `y` its top. */
export function label(
  text: string,
  x: number,
  y: number,
  { color = INK, size = 22, anchor = 'start' }: Style = {},
): string {
  const shift = { start: 0, middle: 0.5, end: 1 }[anchor] * lettersWidth(text, size)
  const weight = Math.max(1.6, size / 10)
  return stroke(lettersPath(text, x - shift, y, size), color, weight)
}

/** A stroked path with round ends. */
export function stroke(path: string, color = INK, weight = 2, dash = ''): string {
  const dashes = dash && ` stroke-dasharray="${dash}"`
  return `<path d="${path}" fill="none" stroke="${color}" stroke-width="${weight}" stroke-linecap="round" stroke-linejoin="round"${dashes}/>`
}

/** A bar: filled with the accent, or hatched when it is the lesser one. */
export function bar(x: number, y: number, width: number, height: number, color = ACCENT): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${color}"/>`
}

/** A box with its lines of lettering in the middle. */
export function box(x: number, y: number, width: number, height: number, lines: string[], color = INK): string {
  const top = y + height / 2 - (lines.length * 36 - 14) / 2
  const letters = lines.map((line, index) => label(line, x + width / 2, top + index * 36, { anchor: 'middle', color }))
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${PAPER}" stroke="${color}" stroke-width="2"/>${letters.join('')}`
}

/** A straight arrow, horizontal or vertical, with its head at the second point. */
export function arrow(x1: number, y1: number, x2: number, y2: number, color = INK): string {
  const [dx, dy] = [Math.sign(x2 - x1), Math.sign(y2 - y1)]
  const wing = (side: number) => `M${x2} ${y2}L${x2 - dx * 16 + dy * 9 * side} ${y2 - dy * 16 + dx * 9 * side}`
  return stroke(`M${x1} ${y1}L${x2} ${y2}${wing(1)}${wing(-1)}`, color, 2.5)
}
