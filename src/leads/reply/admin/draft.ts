/** A reply that is not accepted yet, as it stands in its box. */
export type Draft = { key: string; submission: string; to: string; subject: string; text: string }

const FIELDS = ['key', 'submission', 'to', 'subject', 'text'] as const

const nameOf = (lead: string) => `reply:${lead}`

/** Keeps a draft in this tab, or forgets it. A browser may forbid storage; then it is kept by the page alone. */
export function keepDraft(lead: string, draft?: Draft): void {
  try {
    if (draft) sessionStorage.setItem(nameOf(lead), JSON.stringify(draft))
    else sessionStorage.removeItem(nameOf(lead))
  } catch {}
}

/** The draft that this tab keeps for a lead. Anything may stand in a storage: what is none of ours is none. */
export function keptDraft(lead: string): Draft | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(nameOf(lead)) ?? 'null')
    if (typeof kept !== 'object' || kept === null) return undefined
    const values = new Map<string, unknown>(Object.entries(kept))
    const isWhole = FIELDS.every((name) => typeof values.get(name) === 'string')
    return isWhole ? (kept as Draft) : undefined
  } catch {
    return undefined
  }
}
