/**
 * A plotter's alphabet: each glyph is a list of strokes on a grid four wide and six high, and each stroke a run of
 * `xy` digit pairs. Figures draw their labels with it, because a server without fonts renders SVG text as nothing.
 */
const STROKES: Record<string, string> = {
  A: '062046 1333',
  B: '003041423303 334445360600',
  C: '4130100105163645',
  D: '00304145360600',
  E: '40000646 0333',
  F: '400006 0333',
  G: '41301001051636454323',
  H: '0006 4046 0343',
  I: '1030 2026 1636',
  J: '4045361605',
  K: '0006 400346',
  L: '000646',
  M: '0600234046',
  N: '06004640',
  O: '103041453616050110',
  P: '06003041423303',
  Q: '103041453616050110 2446',
  R: '06003041423303 2346',
  S: '413010010213334445361605',
  T: '0040 2026',
  U: '000516364540',
  V: '002640',
  W: '0016233640',
  X: '0046 4006',
  Y: '002340 2326',
  Z: '00400646',
  0: '103041453616050110 1531',
  1: '112026 1636',
  2: '01103041420646',
  3: '0110304142334445361605 2333',
  4: '300444 3036',
  5: '400002324345361605',
  6: '30100105163645443303',
  7: '004016',
  8: '103041423313020110 1304051636454433',
  9: '16364541301001021343',
  '.': '2526',
  ',': '2517',
  ':': '2122 2526',
  '·': '2324',
  '-': '1333',
  '+': '0343 2125',
  '/': '0640',
  '%': '0640 0010110100 3545463635',
  '(': '30121436',
  ')': '10323416',
  '?': '01103041422324 2526',
  '#': '1016 3036 0242 0444',
}

const HEIGHT = 6
const ADVANCE = 6
const GLYPH_WIDTH = 4

/** The width of a label in pixels, at a letter height of `size` pixels. */
export function lettersWidth(label: string, size: number): number {
  return Math.max(0, ([...label].length * ADVANCE - (ADVANCE - GLYPH_WIDTH)) * (size / HEIGHT))
}

/**
 * The SVG path data of a label in capitals, with its upper left corner at `x`, `y`.
 * @throws Error for a character that the alphabet lacks, so that no figure silently loses one
 */
export function lettersPath(label: string, x: number, y: number, size: number): string {
  const scale = size / HEIGHT
  const at = (left: number, pair: string) =>
    `${round(x + (left + Number(pair[0])) * scale)} ${round(y + Number(pair[1]) * scale)}`
  return [...label.toUpperCase()]
    .flatMap((character, index) => {
      if (character === ' ') return []
      const strokes = STROKES[character]
      if (!strokes) throw new Error(`No lettering for "${character}"`)
      return strokes.split(' ').map((stroke) => {
        const points = (stroke.match(/../g) ?? []).map((pair) => at(index * ADVANCE, pair))
        return `M${points.join('L')}`
      })
    })
    .join('')
}

const round = (value: number) => Math.round(value * 100) / 100
