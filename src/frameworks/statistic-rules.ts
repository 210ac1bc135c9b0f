import { type CollectionBeforeValidateHook, ValidationError } from 'payload'

type Figure = {
  value?: number | null
  low?: number | null
  high?: number | null
  sourceStatus?: string
  sourceName?: string | null
}

const isSet = (value: unknown) => value !== undefined && value !== null

/** What is wrong with a figure, as the field and a sentence; undefined when it is one value, or a whole range. */
export function figureProblem({ value, low, high }: Figure): { path: string; message: string } | undefined {
  const isRange = isSet(low) || isSet(high)
  if (isSet(value) === isRange) return { path: 'value', message: 'Give either one value, or a range from low to high.' }
  if (!isRange) return undefined
  if (!isSet(low) || !isSet(high)) return { path: 'low', message: 'A range needs both its ends.' }
  return Number(low) < Number(high) ? undefined : { path: 'low', message: 'The low end must be below the high one.' }
}

/** What is wrong with a source: one that is said to be named has a name. */
export function sourceProblem({ sourceStatus, sourceName }: Figure): { path: string; message: string } | undefined {
  if (sourceStatus !== 'named' || sourceName) return undefined
  return { path: 'sourceName', message: 'Name the source, or choose "Primary source not named".' }
}

const check =
  (rule: typeof figureProblem): CollectionBeforeValidateHook =>
  ({ data, originalDoc, req }) => {
    const problem = rule({ ...originalDoc, ...data })
    if (problem) throw new ValidationError({ collection: 'statistics', errors: [problem], req })
    return data
  }

export const checkFigure = check(figureProblem)
export const checkSource = check(sourceProblem)
