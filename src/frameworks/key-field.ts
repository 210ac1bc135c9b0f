import type { TextField } from 'payload'

/**
 * The stable key of a technology (`nodejs`, `cpp`, `csharp`): the same in every language, and what its statistics name.
 * On the entry itself a copy needs a key of its own, since the key is unique per language.
 */
export const frameworkKey = ({ name, unique = false }: { name: string; unique?: boolean }): TextField => ({
  name,
  label: 'Key',
  type: 'text',
  required: true,
  index: true,
  validate: (value: unknown) =>
    (typeof value === 'string' && /^[a-z][a-z0-9-]{0,39}$/.test(value)) ||
    'Lower-case letters, digits and hyphens, for example "nodejs".',
  hooks: unique ? { beforeDuplicate: [({ value }) => `${value}-copy-${crypto.randomUUID().slice(0, 4)}`] } : {},
  admin: {
    position: 'sidebar',
    description: 'The same in every language, for example "nodejs" or "cpp". Statistics name it.',
  },
})
