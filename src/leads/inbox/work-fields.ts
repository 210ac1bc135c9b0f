import type { Field } from 'payload'

/** What a person plans with a lead: shown in the sidebar, and what the view of overdue leads asks for. */
export const nextActionFields = (): Field[] => [
  {
    name: 'nextAction',
    type: 'text',
    maxLength: 200,
    admin: { position: 'sidebar', description: 'What is to be done next.' },
  },
  {
    name: 'nextActionAt',
    label: 'Due on',
    type: 'date',
    index: true,
    admin: { position: 'sidebar', date: { pickerAppearance: 'dayOnly' } },
  },
]

/** What the site itself keeps of a lead's way through the inbox; people read it at most. */
export const inboxStateFields = (): Field[] => [
  {
    name: 'firstAnsweredAt',
    label: 'First answered',
    type: 'date',
    index: true,
    access: { create: () => false, update: () => false },
    admin: {
      position: 'sidebar',
      readOnly: true,
      condition: (data) => Boolean(data.firstAnsweredAt),
      date: { pickerAppearance: 'dayAndTime' },
    },
  },
  {
    name: 'mergedInto',
    label: 'Merged into',
    type: 'relationship',
    relationTo: 'leads',
    index: true,
    access: { create: () => false, update: () => false },
    admin: { position: 'sidebar', readOnly: true, condition: (data) => Boolean(data.mergedInto) },
  },
  {
    // Set once everything has moved: a merge without it is unfinished, and the sweeper goes on with it.
    name: 'mergedAt',
    type: 'date',
    index: true,
    access: { create: () => false, update: () => false },
    admin: { hidden: true },
  },
  {
    // Sent back with the form: a save that carries an older one than is stored is refused.
    name: 'revision',
    type: 'number',
    defaultValue: 0,
    admin: { hidden: true, disableListColumn: true, disableListFilter: true, disableBulkEdit: true },
  },
]
