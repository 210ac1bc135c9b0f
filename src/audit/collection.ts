import type { CollectionConfig, FieldHook } from 'payload'
import { hiddenUnless } from '@/access/hidden'
import { isAdmin } from '@/access/roles'
import { admins, nobody } from '@/access/rules'
import { idField } from '@/platform/id'
import { AUDIT_ACTIONS } from './actions'
import { presentTitle } from './present-title'

/** The name of a person stands in no entry, so that it goes when they are erased: it is read from what is there now. */
const titleNow: FieldHook = async ({ data, req, value }) =>
  value || ((await presentTitle(req.payload, data?.entity, data?.document)) ?? value)

/**
 * Who did what to which lead, account or setting, and when. Entries are added by the site and changed by nobody. They
 * name fields and never values, and people who are not staff by their id alone: what was erased is not kept here.
 */
export const auditEntries: CollectionConfig = {
  slug: 'audit-entries',
  labels: { singular: 'Audit entry', plural: 'Audit log' },
  defaultSort: '-at',
  lockDocuments: false,
  disableDuplicate: true,
  admin: {
    group: 'Site',
    hidden: hiddenUnless(isAdmin),
    useAsTitle: 'action',
    defaultColumns: ['at', 'who', 'action', 'entity', 'title', 'fields'],
    listSearchableFields: ['who', 'email', 'entity', 'document'],
    description: 'Who did what to which lead, account or setting. Nobody can change or remove an entry.',
    hideAPIURL: true,
  },
  access: { read: admins, create: nobody, update: nobody, delete: nobody },
  fields: [
    idField(),
    {
      name: 'at',
      label: 'When',
      type: 'date',
      required: true,
      index: true,
      admin: { date: { pickerAppearance: 'dayAndTime' } },
    },
    { name: 'who', type: 'text', required: true, admin: { description: '"system" is the site itself.' } },
    { name: 'email', label: 'Their e-mail', type: 'text' },
    { name: 'user', label: 'Id of their account', type: 'text', index: true },
    { name: 'action', type: 'select', required: true, index: true, options: [...AUDIT_ACTIONS] },
    // Mongoose keeps the name `collection` for itself.
    { name: 'entity', label: 'What', type: 'text', required: true, index: true },
    { name: 'document', label: 'Its id', type: 'text', index: true },
    {
      name: 'title',
      type: 'text',
      hooks: { afterRead: [titleNow] },
      admin: { components: { Cell: '/src/audit/components/document-cell#DocumentCell' } },
    },
    {
      name: 'fields',
      label: 'Changed fields',
      type: 'text',
      hasMany: true,
      admin: { components: { Cell: '/src/audit/components/fields-cell#FieldsCell' } },
    },
    {
      name: 'counts',
      label: 'How many',
      type: 'json',
      admin: { components: { Field: '/src/ui/admin/facts-field#FactsField' } },
    },
    {
      name: 'request',
      label: 'Id of the request',
      type: 'text',
      admin: { description: 'As in the lines of the log.' },
    },
  ],
}
