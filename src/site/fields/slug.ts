import { type Field, type FieldHook, slugField } from 'payload'
import { LOCALES } from '../locales'
import { slugify } from '../slug'

/** `untitled-1a2b3c4d`: a slug is never empty, since two empty ones would clash in MongoDB's unique index. */
const fallback = (id: unknown) => `untitled-${String(id ?? crypto.randomUUID()).slice(-8)}`

const keepFilled: FieldHook = ({ data, originalDoc, value }) =>
  slugify(String(value ?? '')) || fallback(data?.id ?? originalDoc?.id)

/** A copy needs a slug of its own: it is unique per language. */
const slugOfCopy: FieldHook = ({ value }) => `${value}-copy-${crypto.randomUUID().slice(0, 4)}`

const notReserved = (value: unknown) =>
  LOCALES.some((locale) => locale.value === value) ? 'This word is reserved for a language.' : true

/** Gives the text field among the two of `slugField` our rules. */
const asSlug = (field: Field): Field => {
  if (field.type !== 'text' || field.hasMany) return field
  return {
    ...field,
    validate: notReserved,
    hooks: { beforeChange: [keepFilled], beforeDuplicate: [slugOfCopy] },
    admin: { ...field.admin, description: 'The last part of the address. Changing it leaves a redirect.' },
  }
}

/** The slug of a document, made from a field until somebody writes their own; unique per language (see `uniqueSlug`). */
export const slug = (useAsSlug = 'title'): Field =>
  slugField({
    useAsSlug,
    disableUnique: true,
    required: false,
    slugify: ({ data, valueToSlugify }) => slugify(String(valueToSlugify ?? '')) || fallback(data?.id),
    overrides: (row) => ({ ...row, fields: row.fields.map(asSlug) }),
  })

/** Index of a collection that has `slug` and `locale`. */
export const uniqueSlug = { fields: ['slug', 'locale'], unique: true }
