import type { Field } from 'payload'
import { v7 } from 'uuid'
import { DEFAULT_LOCALE, LOCALES } from '../locales'

/**
 * One document per language: its language, and the group that joins it with its translations. Payload's `localized`
 * fields are not used, since turning them on later loses data.
 */
export const languageFields = (): Field[] => [
  {
    name: 'locale',
    label: 'Language',
    type: 'select',
    options: [...LOCALES],
    defaultValue: DEFAULT_LOCALE,
    required: true,
    index: true,
    admin: { position: 'sidebar' },
  },
  {
    name: 'translationGroup',
    type: 'text',
    defaultValue: () => v7(),
    index: true,
    admin: {
      position: 'sidebar',
      description: 'Documents with the same value are translations of each other.',
      disableListColumn: true,
    },
  },
]
