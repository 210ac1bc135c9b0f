import type { CollectionConfig } from 'payload'
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
import { pagePath } from '@/site/urls'
import { pageBlocks } from './blocks'

/** Parts of the site that have addresses of their own at its root. */
const RESERVED = ['admin', 'api', 'assets', 'blog', 'contact', 'forms', 'frameworks', 'healthz', 'media', 'search']

/** Pages made of blocks: home, about, services, privacy. */
export const pages: CollectionConfig = tracked({
  slug: 'pages',
  trash: true,
  versions: { drafts: { autosave: { interval: 800 }, schedulePublish: true }, maxPerDoc: 50 },
  indexes: [uniqueSlug],
  defaultSort: 'title',
  admin: {
    group: 'Content',
    hidden: hiddenUnless(mayWrite),
    useAsTitle: 'title',
    defaultColumns: ['title', 'slug', '_status', 'locale', 'updatedAt'],
    listSearchableFields: ['title', 'slug'],
    description: 'Pages made of blocks. The one with the slug "home" stands at the front.',
    preview: (doc) => previewUrl('pages', doc),
    livePreview: { url: ({ data }) => previewUrl('pages', data) },
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
    { name: 'title', type: 'text', required: true, maxLength: 200 },
    { name: 'layout', label: 'Blocks', type: 'blocks', blocks: pageBlocks, minRows: 1, required: true },
    seoField(),
    slug('title', RESERVED),
    ...languageFields(),
    demoField(),
  ],
  hooks: {
    beforeOperation: [draftsOnly],
    beforeChange: [noteLiveAddress],
    afterChange: [keepOldAddress(pagePath)],
  },
})
