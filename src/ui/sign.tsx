/** The strokes of the sign that stands for a company without a logo: a square with a measured corner. */
const STROKES = ['M2 6h19v18H2z', 'M2 17 13 6M10 24 21 13', 'M24.5 1.5v8M24.5 1.5h-8']

export function Sign({ className }: { className?: string }) {
  return (
    <svg className={className} viewBox="0 0 26 26" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">
      {STROKES.map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  )
}

/** The same as a file. @param colour `#rrggbb`, checked by the caller: it is written into the markup as it is */
export function signSvg(colour: string): string {
  const paths = STROKES.map((path) => `<path d="${path}"/>`).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 26 26" fill="none" stroke="${colour}" stroke-width="2.5">${paths}</svg>`
}
