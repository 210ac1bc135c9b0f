/** The languages a document can be written in; a code is reserved as a slug at the root of the site. */
export const LOCALES = [
  { value: 'en', label: 'English' },
  { value: 'vi', label: 'Tiếng Việt' },
  { value: 'ja', label: '日本語' },
] as const

export type Locale = (typeof LOCALES)[number]['value']

export const DEFAULT_LOCALE: Locale = 'en'
