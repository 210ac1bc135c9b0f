const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A time in milliseconds in the largest unit that says it in few digits: `12 min`, `3.5 h`, `2.1 d`. */
export function duration(milliseconds: number): string {
  if (milliseconds < HOUR) return `${Math.round(milliseconds / MINUTE)} min`
  const [size, unit] = milliseconds < 2 * DAY ? [HOUR, 'h'] : [DAY, 'd']
  return `${Number((milliseconds / size).toFixed(1))} ${unit}`
}
