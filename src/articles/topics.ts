import type { CollectionConfig } from 'payload'
import { hiddenUnless } from '@/access/hidden'
import { mayWrite } from '@/access/roles'
import { anyone, publishers } from '@/access/rules'
import { idField } from '@/platform/id'
import { tracked } from '@/platform/tracking'
import { demoField } from '@/site/fields/demo'
import { languageFields } from '@/site/fields/language'
import { slug, uniqueSlug } from '@/site/fields/slug'

/** What posts are about; each topic has a page of its own. */
export const topics: CollectionConfig = tracked({
  slug: 'topics',
  indexes: [uniqueSlug],
  defaultSort: 'name',
  admin: {
    group: 'Content',
    hidden: hiddenUnless(mayWrite),
    useAsTitle: 'name',
    defaultColumns: ['name', 'slug', 'locale', 'updatedAt'],
    listSearchableFields: ['name', 'slug'],
    description: 'What posts are about. Each topic has a page that lists its posts.',
  },
  access: { read: anyone, create: publishers, update: publishers, delete: publishers },
  fields: [
    idField(),
    { name: 'name', type: 'text', required: true, maxLength: 80 },
    { name: 'description', type: 'textarea', maxLength: 320 },
    slug('name'),
    ...languageFields(),
    demoField(),
  ],
})
