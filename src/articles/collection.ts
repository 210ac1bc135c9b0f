import type { CollectionConfig } from 'payload'
import { draftsOnly } from '@/access/drafts-only'
import { hiddenUnless } from '@/access/hidden'
import { mayWrite } from '@/access/roles'
import {
  publisherField,
  publishers,
  publishersOrOwner,
  readPublishedOrOwn,
  readVersionsOfOwn,
  writers,
} from '@/access/rules'
import { idField } from '@/platform/id'
import { tracked } from '@/platform/tracking'
import { demoField } from '@/site/fields/demo'
import { languageFields } from '@/site/fields/language'
import { seoField } from '@/site/fields/seo'
import { slug, uniqueSlug } from '@/site/fields/slug'
import { previewUrl } from '@/site/preview'
import { keepOldAddress, noteLiveAddress } from '@/site/redirects/keep-old-address'
import { articlePath } from '@/site/urls'
import { setOwner } from './hooks/set-owner'
import { setPublishedAt } from './hooks/set-published-at'

/** Posts of the blog. */
export const articles: CollectionConfig = tracked({
  slug: 'articles',
  trash: true,
  versions: { drafts: { autosave: { interval: 800 }, schedulePublish: true }, maxPerDoc: 50 },
  indexes: [uniqueSlug],
  // A draft has no date yet, so the date would put what is being written at the end.
  defaultSort: '-updatedAt',
  admin: {
    group: 'Content',
    hidden: hiddenUnless(mayWrite),
    useAsTitle: 'title',
    defaultColumns: ['title', '_status', 'topics', 'publishedAt', 'owner', 'updatedAt'],
    listSearchableFields: ['title', 'slug', 'excerpt'],
    description: 'Posts of the blog. A draft is seen by nobody outside until it is published.',
    preview: (doc) => previewUrl('articles', doc),
    livePreview: { url: ({ data }) => previewUrl('articles', data) },
  },
  access: {
    read: readPublishedOrOwn,
    readVersions: readVersionsOfOwn,
    create: writers,
    update: publishersOrOwner,
    delete: publishers,
  },
  fields: [
    idField(),
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Post',
          fields: [
            { name: 'title', type: 'text', required: true, maxLength: 200 },
            {
              name: 'excerpt',
              type: 'textarea',
              required: true,
              maxLength: 320,
              admin: { description: 'One or two sentences for listings, feeds and search results.' },
            },
            { name: 'hero', label: 'Picture', type: 'upload', relationTo: 'media' },
            { name: 'content', type: 'richText', required: true },
          ],
        },
        {
          label: 'Connections',
          fields: [
            { name: 'topics', type: 'relationship', relationTo: 'topics', hasMany: true },
            { name: 'authors', label: 'Byline', type: 'relationship', relationTo: 'authors', hasMany: true },
            {
              name: 'related',
              label: 'Related posts',
              type: 'relationship',
              relationTo: 'articles',
              hasMany: true,
              maxRows: 4,
              // A post that is being created has no id yet, and databases refuse to compare with nothing.
              filterOptions: ({ id }) => (id === undefined ? true : { id: { not_equals: id } }),
            },
          ],
        },
        { label: 'Search and sharing', fields: [seoField()] },
      ],
    },
    slug(),
    {
      name: 'publishedAt',
      label: 'Date shown',
      type: 'date',
      index: true,
      admin: {
        position: 'sidebar',
        date: { pickerAppearance: 'dayAndTime' },
        description: 'Set when the post is first published. To publish later, use the schedule.',
      },
    },
    {
      name: 'owner',
      type: 'relationship',
      relationTo: 'users',
      access: { create: publisherField, update: publisherField, read: ({ req }) => Boolean(req.user) },
      admin: { position: 'sidebar', description: 'Whose post this is in the office; not the byline.' },
    },
    ...languageFields(),
    demoField(),
  ],
  hooks: {
    beforeOperation: [draftsOnly],
    beforeChange: [setOwner, setPublishedAt, noteLiveAddress],
    afterChange: [keepOldAddress(articlePath)],
  },
})
