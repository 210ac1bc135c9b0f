import { type Field, type FieldHook, slugField } from 'payload'
import { LOCALES } from '../locales'
import { slugify } from '../slug'

/** `untitled-1a2b3c4d`: a slug is never empty, since two empty ones would clash in MongoDB's unique index. */
const fallback = (id: unknown) => `untitled-${String(id ?? crypto.randomUUID()).slice(-8)}`

const keepFilled: FieldHook = ({ data, originalDoc, value }) =>
  slugify(String(value ?? '')) || fallback(data?.id ?? originalDoc?.id)

/** A copy needs a slug of its own: it is unique per language. */
const slugOfCopy: FieldHook = ({ value }) => `${value}-copy-${crypto.randomUUID().slice(0, 4)}`

/** Gives the text field among the two of `slugField` our rules. */
const asSlug = (field: Field, reserved: readonly string[], description: string): Field => {
  if (field.type !== 'text' || field.hasMany) return field
  return {
    ...field,
    validate: (value: unknown) =>
      !reserved.includes(String(value)) || 'This address is taken by another part of the site. Choose another one.',
    hooks: { beforeChange: [keepFilled], beforeDuplicate: [slugOfCopy] },
    admin: { ...field.admin, description },
  }
}

type SlugOptions = {
  /** One of its collection, in whatever language; otherwise one per language (see `uniqueSlug`). */
  unique?: boolean
  /** What the editor is told. */
  description?: string
}

/**
 * The slug of a document, made from a field until somebody writes their own.
 * @param reserved words that would hide another address, beside the codes of languages
 */
export const slug = (
  useAsSlug = 'title',
  reserved: readonly string[] = [],
  { unique = false, description = 'The last part of the address. Changing it leaves a redirect.' }: SlugOptions = {},
): Field =>
  slugField({
    useAsSlug,
    disableUnique: !unique,
    required: false,
    // Nothing for a document without a title yet: Payload then goes on making the slug from what is typed.
    slugify: ({ valueToSlugify }) => slugify(String(valueToSlugify ?? '')),
    overrides: (row) => ({
      ...row,
      fields: row.fields.map((field) =>
        asSlug(field, [...LOCALES.map(({ value }) => value), ...reserved], description),
      ),
    }),
  })

/** Index of a collection that has `slug` and `locale`. */
export const uniqueSlug = { fields: ['slug', 'locale'], unique: true }
