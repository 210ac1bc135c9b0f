import type { CollectionConfig } from 'payload'
import { hiddenUnless } from '@/access/hidden'
import { mayWrite } from '@/access/roles'
import { anyone, publishers } from '@/access/rules'
import { idField } from '@/platform/id'
import { tracked } from '@/platform/tracking'
import { demoField } from '@/site/fields/demo'

/** Public bylines: people, or the organisation itself. */
export const authors: CollectionConfig = tracked({
  slug: 'authors',
  defaultSort: 'name',
  admin: {
    group: 'Content',
    hidden: hiddenUnless(mayWrite),
    useAsTitle: 'name',
    defaultColumns: ['name', 'kind', 'jobTitle', 'updatedAt'],
    listSearchableFields: ['name', 'jobTitle'],
    description: 'Bylines as readers see them. An account of the admin is a user, not an author.',
  },
  access: { read: anyone, create: publishers, update: publishers, delete: publishers },
  fields: [
    idField(),
    { name: 'name', type: 'text', required: true, maxLength: 120 },
    {
      name: 'kind',
      type: 'select',
      defaultValue: 'person',
      required: true,
      options: [
        { value: 'person', label: 'Person' },
        { value: 'organization', label: 'Organisation' },
      ],
    },
    { name: 'jobTitle', type: 'text', admin: { condition: (data) => data.kind === 'person' } },
    { name: 'bio', type: 'textarea', maxLength: 600 },
    { name: 'avatar', label: 'Portrait', type: 'upload', relationTo: 'media' },
    { name: 'url', label: 'Address of a page about them', type: 'text' },
    {
      name: 'user',
      label: 'Account',
      type: 'relationship',
      relationTo: 'users',
      access: { read: ({ req }) => Boolean(req.user) },
      admin: { position: 'sidebar' },
    },
    demoField(),
  ],
})
