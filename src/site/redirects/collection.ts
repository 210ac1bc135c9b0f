import type { CollectionConfig } from 'payload'
import { publishers } from '@/access/rules'
import { idField } from '@/platform/id'
import { invalidate } from '@/platform/invalidation'
import { demoField } from '../fields/demo'
import { pathProblem } from './path'

/** Old addresses and where they lead now; made by hand, or by a published document whose slug changes. */
export const redirects: CollectionConfig = {
  slug: 'redirects',
  admin: {
    group: 'Site',
    useAsTitle: 'from',
    defaultColumns: ['from', 'to', 'status', 'automatic', 'updatedAt'],
    listSearchableFields: ['from', 'to'],
    description: 'Old addresses and where they lead now.',
  },
  access: { read: publishers, create: publishers, update: publishers, delete: publishers },
  fields: [
    idField(),
    {
      name: 'from',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      validate: pathProblem,
      admin: { description: 'A path of this site, such as /old-page.' },
    },
    {
      name: 'to',
      type: 'text',
      required: true,
      validate: (value: unknown) => (/^https?:\/\//.test(String(value)) ? true : pathProblem(value)),
      admin: { description: 'A path of this site, or a whole address.' },
    },
    {
      name: 'status',
      type: 'select',
      defaultValue: '301',
      required: true,
      options: [
        { value: '301', label: '301 – for good' },
        { value: '302', label: '302 – for now' },
      ],
    },
    {
      name: 'automatic',
      type: 'checkbox',
      defaultValue: false,
      admin: { readOnly: true, description: 'Made when a published document got a new address.' },
    },
    demoField(),
  ],
  hooks: {
    afterChange: [async ({ req }) => invalidate(req, ['redirects'])],
    afterDelete: [async ({ req }) => invalidate(req, ['redirects'])],
  },
}
