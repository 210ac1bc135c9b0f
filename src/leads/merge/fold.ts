import type { Lead } from '@/payload-types'
import { FIELDS, type WatchedField, watchedValue } from '../inbox/lead-changes'

type Touch = Lead['firstTouch']
type Values = Pick<Lead, WatchedField | 'firstTouch' | 'lastTouch' | 'firstAnsweredAt'>

const atOf = (touch: Touch) => (touch?.at ? Date.parse(touch.at) : undefined)

/** Of two touches the one that an order prefers; one without a time counts only where there is no other. */
function chosen(kept: Touch, merged: Touch, prefers: (a: number, b: number) => boolean): Touch {
  const [ours, theirs] = [atOf(kept), atOf(merged)]
  if (theirs === undefined) return kept
  return ours === undefined || prefers(theirs, ours) ? merged : kept
}

/** A touch with its empty parts, so that none of another touch remains. */
const whole = (touch: Touch): Touch => ({
  landingPage: touch?.landingPage ?? null,
  referrer: touch?.referrer ?? null,
  source: touch?.source ?? null,
  medium: touch?.medium ?? null,
  campaign: touch?.campaign ?? null,
  article: touch?.article ?? null,
  at: touch?.at ?? null,
})

function earlier(one: string | null | undefined, other: string | null | undefined): string | null {
  if (!one || !other) return one || other || null
  return Date.parse(one) <= Date.parse(other) ? one : other
}

/**
 * What a lead gains when another is merged into it: what is empty, the earlier first touch and first answer, the later
 * last touch. What stands there stays. The next action and its day belong together and are taken together.
 */
export function foldLeads(kept: Values, merged: Values): Partial<Lead> {
  const plans = ['nextAction', 'nextActionAt'] as const
  const hasPlan = plans.some((field) => kept[field])
  const isEmpty = (field: WatchedField) => (plans.some((plan) => plan === field) ? !hasPlan : !kept[field])
  const filled = FIELDS.filter(({ field }) => isEmpty(field) && merged[field])
  return {
    ...Object.fromEntries(filled.map(({ field }) => [field, watchedValue(merged, field)])),
    firstTouch: whole(chosen(kept.firstTouch, merged.firstTouch, (a, b) => a < b)),
    lastTouch: whole(chosen(kept.lastTouch, merged.lastTouch, (a, b) => a > b)),
    firstAnsweredAt: earlier(kept.firstAnsweredAt, merged.firstAnsweredAt),
  }
}

/** All that stood in a lead, in words, so that nothing is lost of what another keeps otherwise. */
export function describeLead(lead: Values, wordsFor: (field: WatchedField, value: string) => string): string {
  return FIELDS.flatMap(({ field, label }) => {
    const value = watchedValue(lead, field)
    return value ? [`${label}: ${wordsFor(field, value)}`] : []
  }).join('\n')
}
