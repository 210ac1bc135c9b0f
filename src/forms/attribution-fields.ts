import type { Field } from 'payload'

/** Where somebody came from: the page they landed on, who sent them, the campaign, and the article they read. */
export const attributionFields = (): Field[] => [
  { name: 'landingPage', type: 'text' },
  { name: 'referrer', type: 'text' },
  { name: 'source', label: 'Campaign source', type: 'text' },
  { name: 'medium', label: 'Campaign medium', type: 'text' },
  { name: 'campaign', type: 'text' },
  { name: 'article', label: 'Article (slug)', type: 'text' },
  { name: 'at', type: 'date', admin: { date: { pickerAppearance: 'dayAndTime' } } },
]
