/** Levels of nesting that rich text with tables in lists never reaches; some thousands end the stack of what reads them. */
const MAX_DEPTH = 100

const POLLUTING = new Set(['__proto__', 'constructor', 'prototype'])

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** True for a name that means something on every JavaScript object: it never names a field of ours. */
export const isPollutingName = (name: string) => POLLUTING.has(name)

/** NUL ends strings in databases and file names; half a surrogate pair is not text and is stored as something else. */
const isText = (value: string) => !value.includes('\0') && value.isWellFormed()

/**
 * What is wrong with data of any kind that came as JSON, whatever it stands for; undefined if nothing.
 * It walks with a list of its own, since a recursive function is what deep nesting breaks.
 */
export function shapeFault(data: unknown): string | undefined {
  const rest: Array<{ value: unknown; depth: number }> = [{ value: data, depth: 0 }]
  for (let next = rest.pop(); next; next = rest.pop()) {
    const { value, depth } = next
    if (typeof value === 'string' && !isText(value)) return 'A text holds characters that are not allowed'
    if (typeof value === 'number' && !Number.isFinite(value)) return 'A number is too large'
    if (typeof value !== 'object' || value === null) continue
    if (depth >= MAX_DEPTH) return `The data is nested deeper than ${MAX_DEPTH} levels`
    for (const [name, child] of Object.entries(value)) {
      if (isPollutingName(name) || !isText(name)) return `"${name.slice(0, 40)}" cannot be the name of a field`
      rest.push({ value: child, depth: depth + 1 })
    }
  }
}
