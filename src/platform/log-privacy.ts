import { types } from 'node:util'

/** Causes of causes are followed so far; an error may be its own cause. */
const DEEPEST_CAUSE = 5
/** What is logged is an object or two deep; what lies below is dropped. */
const DEEPEST_VALUE = 6

/** What a line of the log says of an error; nothing else of it is written. */
export type DescribedError = {
  type: string
  message: string
  code?: string | number
  status?: number
  stack?: string
  cause?: DescribedError | string
}

/**
 * Where libraries write values into their messages. Drizzle puts a query's parameters behind it, and values of its own
 * into it; MongoDB names the value that is there twice; Mongoose the one it could not cast; V8 quotes broken JSON.
 */
const VALUES: Array<[RegExp, string]> = [
  [/(Failed query:[^]*?\n?params:)[^]*$/, '$1 …'],
  [/(dup key:)[^]*$/, '$1 …'],
  [/(for value )[^]*?( \(type |$)/, '$1…$2'],
  [/, (?:\.\.\.)?"[^]*"(?:\.\.\.)? is not valid JSON/, ', … is not valid JSON'],
]

/** A text without the values that libraries write into their messages. */
export function withoutValues(text: string): string {
  let cut = text
  for (const [pattern, rest] of VALUES) cut = cut.replace(pattern, rest)
  return cut.includes('Failed query:') ? cut.replace(/'(?:[^']|'')*'/g, "'…'") : cut
}

const isError = (value: unknown): value is Error => types.isNativeError(value) || value instanceof Error

/** The frames alone: what stands above them is the message, whose lines can say anything. */
function framesOf({ message, stack = '' }: Error): string[] {
  const at = message ? stack.indexOf(message) : -1
  const below = at < 0 ? stack : stack.slice(at + message.length)
  return below.split('\n').filter((line) => /^\s+at /.test(line))
}

function describeCause(cause: unknown, depth: number): DescribedError | string | undefined {
  if (depth >= DEEPEST_CAUSE) return undefined
  if (typeof cause === 'string') return withoutValues(cause)
  return isError(cause) ? describeError(cause, depth + 1) : undefined
}

/**
 * An error as it may be logged: its type, message, code, status, stack and cause. Other properties can hold whatever
 * somebody typed: Payload's carry the document, Drizzle's the parameters, nodemailer's the recipients.
 */
export function describeError(error: Error, depth = 0): DescribedError {
  const { code, status } = error as { code?: unknown; status?: unknown }
  const type = error.name && error.name !== 'Error' ? error.name : error.constructor?.name || 'Error'
  const message = withoutValues(String(error.message))
  const cause = describeCause(error.cause, depth)
  return {
    type,
    message,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(typeof status === 'number' ? { status } : {}),
    stack: [`${type}: ${message}`, ...framesOf(error)].join('\n'),
    ...(cause === undefined ? {} : { cause }),
  }
}

const isPlain = (value: object) => [Object.prototype, null].includes(Object.getPrototypeOf(value))

/** Anything that is logged, with its errors described and values of libraries cut off, at any depth. */
export function loggable(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return withoutValues(value)
  if (isError(value)) return describeError(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth >= DEEPEST_VALUE) return undefined
  if (Array.isArray(value)) return value.map((item) => loggable(item, depth + 1))
  if (!isPlain(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, loggable(item, depth + 1)]))
}

/** An escape of JSON, which must stay whole; a quoted local part; or one as it is usually written (RFC 5322, 3.4.1). */
const ADDRESSES =
  /\\"[^"\\@]{1,255}\\"(@[\p{L}\p{N}.-]+)|\\u[\da-f]{4}|\\.|[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,255}(@(?:[\p{L}\p{N}-]{1,63}\.){1,10}\p{L}{2,63})/giu

/** A line of JSON whose e-mail addresses have lost who they belong to; the domain stays, for it says which server. */
export function maskAddresses(line: string): string {
  if (!line.includes('@')) return line
  return line.replace(ADDRESSES, (found, quoted?: string, plain?: string) => {
    const domain = quoted ?? plain
    return domain ? `…${domain}` : found
  })
}
