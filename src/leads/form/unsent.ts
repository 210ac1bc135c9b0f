import type { TypedForm } from './contact-form'

// Runs in the browser, so it takes only types from the module beside it, and none of its schemas.

type KeptName = Exclude<keyof TypedForm, 'extra_remarks'>

/** What is kept of a message until the site has it: every field but the one for machines, which no person filled in. */
export const KEPT_FIELDS = [
  'name',
  'email',
  'company',
  'phone',
  'topic',
  'message',
  'consent',
  'ticket',
  'from',
  'attribution',
] as const satisfies readonly KeptName[]

export type KeptForm = Partial<Record<KeptName, string>>

/** The text to store for a form. @param body the form as it is sent */
export function toKeep(body: URLSearchParams): string {
  return JSON.stringify(
    Object.fromEntries(KEPT_FIELDS.flatMap((name) => (body.has(name) ? [[name, body.get(name)]] : []))),
  )
}

/** Reads a stored form back; undefined for nothing, and for what is not one of ours. Anything may stand in a storage. */
export function fromKept(text: string | null): KeptForm | undefined {
  try {
    const kept: unknown = JSON.parse(text ?? 'null')
    if (typeof kept !== 'object' || kept === null) return undefined
    const pairs = Object.entries(kept).filter(
      ([name, value]) => typeof value === 'string' && KEPT_FIELDS.some((known) => known === name),
    )
    // Without its ticket a second try could not be told from a second message.
    return pairs.some(([name, value]) => name === 'ticket' && value) ? Object.fromEntries(pairs) : undefined
  } catch {
    return undefined
  }
}

/** Of the answers with 4xx those that the same message may not get a minute later. */
const PASSING = [408, 425, 429]

/** True for a status that refuses the message as it is: sent again, it would be refused again. */
export const isRefusal = (status: number) => status >= 400 && status < 500 && !PASSING.includes(status)

const DELAYS_S = [2, 5, 15, 30]
const LONGEST_S = 60

/** How long to wait before the next try, in milliseconds. @param failures tries that failed in a row, at least 1 */
export const retryDelay = (failures: number) => 1000 * (DELAYS_S[failures - 1] ?? LONGEST_S)
