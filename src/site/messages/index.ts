import { en, type Messages } from './en'

export type { Messages }

/** Catalogues that are complete. A language without one reads English, which is better than a missing label. */
const CATALOGUES: Partial<Record<string, Messages>> = { en }

/** The texts of the site in a language, by its code (`en`, `vi`). */
export function messages(locale: string): Messages {
  return CATALOGUES[locale] ?? en
}
