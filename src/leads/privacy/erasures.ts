import type { CollectionConfig } from 'payload'
import { hiddenUnless } from '@/access/hidden'
import { isAdmin } from '@/access/roles'
import { admins, nobody } from '@/access/rules'
import { idField } from '@/platform/id'

/**
 * Each erasure: when, by whom, and how many documents went. Of the person nothing stands here that leads back to them:
 * the ids that their leads had, and marks of their addresses, by which an erasure is done again after a restore.
 */
export const erasures: CollectionConfig = {
  slug: 'erasures',
  labels: { singular: 'Erasure', plural: 'Erasures' },
  defaultSort: '-erasedAt',
  lockDocuments: false,
  disableDuplicate: true,
  admin: {
    group: 'Site',
    hidden: hiddenUnless(isAdmin),
    useAsTitle: 'id',
    defaultColumns: ['erasedAt', 'by', 'counts', 'done'],
    description: 'People who were erased, by number and no longer by name.',
    hideAPIURL: true,
  },
  access: { read: admins, create: nobody, update: nobody, delete: nobody },
  fields: [
    idField(),
    {
      name: 'erasedAt',
      label: 'When',
      type: 'date',
      required: true,
      index: true,
      admin: { date: { pickerAppearance: 'dayAndTime' } },
    },
    { name: 'by', type: 'text', required: true },
    {
      name: 'counts',
      label: 'How many documents went',
      type: 'json',
      admin: { components: { Field: '/src/ui/admin/facts-field#FactsField' } },
    },
    { name: 'done', type: 'checkbox', defaultValue: false, required: true, index: true },
    { name: 'leads', type: 'json', required: true, admin: { hidden: true } },
    { name: 'marks', type: 'json', required: true, admin: { hidden: true } },
  ],
}
