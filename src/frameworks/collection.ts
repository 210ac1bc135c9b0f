import type { CollectionConfig, Field } from 'payload'
import { draftsOnly } from '@/access/drafts-only'
import { hiddenUnless } from '@/access/hidden'
import { mayWrite } from '@/access/roles'
import { publishers, readPublished } from '@/access/rules'
import { idField } from '@/platform/id'
import { tracked } from '@/platform/tracking'
import { demoField } from '@/site/fields/demo'
import { languageFields } from '@/site/fields/language'
import { seoField } from '@/site/fields/seo'
import { slug, uniqueSlug } from '@/site/fields/slug'
import { previewUrl } from '@/site/preview'
import { keepOldAddress, noteLiveAddress } from '@/site/redirects/keep-old-address'
import { frameworkPath } from '@/site/urls'
import { frameworkKey } from './key-field'

/** A list of short statements. */
const statements = (name: string, label: string): Field => ({
  name,
  label,
  type: 'array',
  labels: { singular: 'Point', plural: 'Points' },
  fields: [{ name: 'text', type: 'text', required: true, maxLength: 300 }],
})

/** The catalogue of backend technologies that visitors compare. */
export const frameworks: CollectionConfig = tracked({
  slug: 'frameworks',
  trash: true,
  versions: { drafts: { autosave: { interval: 800 }, schedulePublish: true }, maxPerDoc: 50 },
  indexes: [uniqueSlug, { fields: ['key', 'locale'], unique: true }],
  defaultSort: 'name',
  admin: {
    group: 'Content',
    hidden: hiddenUnless(mayWrite),
    useAsTitle: 'name',
    defaultColumns: ['name', 'kind', 'key', '_status', 'updatedAt'],
    listSearchableFields: ['name', 'key', 'summary'],
    description: 'Languages, runtimes and frameworks that visitors compare. Figures are statistics of the same key.',
    preview: (doc) => previewUrl('frameworks', doc),
    livePreview: { url: ({ data }) => previewUrl('frameworks', data) },
  },
  access: {
    read: readPublished,
    readVersions: publishers,
    create: publishers,
    update: publishers,
    delete: publishers,
  },
  fields: [
    idField(),
    { name: 'name', type: 'text', required: true, maxLength: 80 },
    { name: 'summary', type: 'textarea', required: true, maxLength: 400 },
    {
      name: 'kind',
      type: 'select',
      required: true,
      options: [
        { value: 'language', label: 'Language' },
        { value: 'runtime', label: 'Runtime' },
        { value: 'framework', label: 'Framework' },
        { value: 'library', label: 'Library' },
      ],
      admin: { position: 'sidebar' },
    },
    statements('strengths', 'Strengths'),
    statements('weaknesses', 'Weaknesses'),
    statements('useCases', 'Use cases'),
    {
      name: 'ecosystem',
      type: 'array',
      labels: { singular: 'Entry', plural: 'Entries' },
      fields: [
        { name: 'name', type: 'text', required: true },
        { name: 'url', label: 'Address', type: 'text' },
        { name: 'note', type: 'text' },
      ],
    },
    { name: 'homepage', type: 'text', admin: { position: 'sidebar' } },
    { name: 'content', type: 'richText' },
    seoField(),
    frameworkKey({ name: 'key', unique: true }),
    slug('name'),
    ...languageFields(),
    demoField(),
  ],
  hooks: {
    beforeOperation: [draftsOnly],
    beforeChange: [noteLiveAddress],
    afterChange: [keepOldAddress(frameworkPath)],
  },
})
