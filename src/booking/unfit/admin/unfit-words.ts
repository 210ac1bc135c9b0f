import type { UnfitReason } from '../find-unfit'

const WHY: Record<UnfitReason['why'], (name: string) => string> = {
  inactive: (name) => `${name} takes no meetings any more`,
  hours: (name) => `${name} does not work at this time`,
  holiday: (name) => `${name} has a holiday`,
  busy: (name) => `${name} has something else in their calendar`,
  'not-of-type': (name) => `${name} no longer takes this kind of meeting`,
}

/** Why a meeting no longer fits, for colleagues: `Minh has a holiday; Lan does not work at this time`. */
export const unfitWords = (reasons: readonly UnfitReason[]) => reasons.map(({ why, name }) => WHY[why](name)).join('; ')
