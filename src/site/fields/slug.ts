import { type Field, type FieldHook, slugField } from 'payload'
import { LOCALES } from '../locales'
import { slugify } from '../slug'

/** `untitled-1a2b3c4d`: a slug is never empty, since two empty ones would clash in MongoDB's unique index. */
const fallback = (id: unknown) => `untitled-${String(id ?? crypto.randomUUID()).slice(-8)}`

const FALLBACK = /^untitled-[0-9a-f]{8}$/

/**
 * Keeps a slug in an address's form, and never empty. A form may be a save behind: published before it heard which
 * slug its last autosave gave, it still sends the one from before there was a title, which Payload takes for the
 * editor's own.
 */
const keepFilled =
  (useAsSlug: string): FieldHook =>
  ({ data, originalDoc, value }) => {
    const outdated = FALLBACK.test(String(value)) && value !== originalDoc?.slug
    return (
      slugify(outdated ? '' : String(value ?? '')) ||
      slugify(String(data?.[useAsSlug] ?? '')) ||
      fallback(data?.id ?? originalDoc?.id)
    )
  }

/** A copy needs a slug of its own: it is unique per language. */
const slugOfCopy: FieldHook = ({ value }) => `${value}-copy-${crypto.randomUUID().slice(0, 4)}`

/** Gives the text field among the two of `slugField` our rules. */
const asSlug = (field: Field, useAsSlug: string, reserved: readonly string[], description: string): Field => {
  if (field.type !== 'text' || field.hasMany) return field
  return {
    ...field,
    validate: (value: unknown) =>
      !reserved.includes(String(value)) || 'This address is taken by another part of the site. Choose another one.',
    hooks: { beforeChange: [keepFilled(useAsSlug)], beforeDuplicate: [slugOfCopy] },
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
        asSlug(field, useAsSlug, [...LOCALES.map(({ value }) => value), ...reserved], description),
      ),
    }),
  })

/** Index of a collection that has `slug` and `locale`. */
export const uniqueSlug = { fields: ['slug', 'locale'], unique: true }
