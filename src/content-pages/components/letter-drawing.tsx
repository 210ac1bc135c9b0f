/** Heights of Be Vietnam Pro in units of an em of 1000, which the drawing measures. */
const EM_UNITS = 1000
const CAP_HEIGHT = 740
const X_HEIGHT = 530

/** The em of the letter is 360 wide and stands on the base line in the middle of the squares. */
const EM = 360
const LEFT = 20
const RIGHT = LEFT + EM
const CENTRE = LEFT + EM / 2
const BASE = 320
const CAP = BASE - (CAP_HEIGHT / EM_UNITS) * EM
const X = BASE - (X_HEIGHT / EM_UNITS) * EM

const lines = [
  { y: CAP, name: CAP_HEIGHT },
  { y: X, name: X_HEIGHT },
  { y: BASE, name: 0 },
]

/** The initial of the company as an engineer would draw it: on squared paper, with axes, guides and dimensions. */
export function LetterDrawing({ letter }: { letter: string }) {
  return (
    <svg className="drawing" viewBox="0 0 430 400" aria-hidden="true">
      <defs>
        <pattern id="squares" width="20" height="20" patternUnits="userSpaceOnUse">
          <path className="drawing-grid" d="M20 0H0V20" fill="none" />
        </pattern>
      </defs>
      <rect width="401" height="381" fill="url(#squares)" />
      <circle
        className="drawing-line"
        cx={CENTRE}
        cy={(CAP + BASE) / 2}
        r={(BASE - CAP) / 2}
        fill="none"
        strokeDasharray="2 4"
      />
      <text className="drawing-letter" x={CENTRE} y={BASE} textAnchor="middle" fontSize={EM} strokeWidth="2">
        {letter}
      </text>
      {lines.map(({ y, name }) => (
        <g key={name}>
          <path
            className="drawing-axis"
            d={`M4 ${y}H${RIGHT + 20}`}
            strokeDasharray={name === 0 ? undefined : '10 4 2 4'}
          />
          <text className="drawing-note" x={RIGHT + 26} y={y + 4}>
            {name}
          </text>
        </g>
      ))}
      <path className="drawing-axis" d={`M${CENTRE} 24V${BASE + 24}`} strokeDasharray="10 4 2 4" />
      <Dimension from={LEFT} to={RIGHT} y={BASE + 36} />
    </svg>
  )
}

/** The width of the em, with the arrows of a dimension. */
function Dimension({ from, to, y }: { from: number; to: number; y: number }) {
  return (
    <>
      <path className="drawing-shape" d={`M${from} ${y}H${to}M${from} ${y - 8}v16M${to} ${y - 8}v16`} />
      <path className="drawing-shape" d={`M${from + 8} ${y - 4}l-8 4 8 4M${to - 8} ${y - 4}l8 4-8 4`} />
      <text className="drawing-note" x={(from + to) / 2} y={y + 18} textAnchor="middle">
        {EM_UNITS}
      </text>
    </>
  )
}
