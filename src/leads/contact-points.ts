import type { CollectionConfig } from 'payload'
import { admins, leadStaff } from '@/access/rules'
import { idField } from '@/platform/id'

/** E-mail addresses and phone numbers; each belongs to one lead, so that its next message finds that lead. */
export const contactPoints: CollectionConfig = {
  slug: 'contact-points',
  admin: {
    group: 'Leads',
    useAsTitle: 'value',
    defaultColumns: ['value', 'kind', 'lead', 'createdAt'],
    listSearchableFields: ['value', 'raw'],
    description: 'E-mail addresses and phone numbers. Each belongs to one lead.',
  },
  access: { read: leadStaff, create: leadStaff, update: leadStaff, delete: admins },
  fields: [
    idField(),
    {
      name: 'kind',
      type: 'select',
      required: true,
      defaultValue: 'email',
      options: [
        { value: 'email', label: 'E-mail' },
        { value: 'phone', label: 'Phone' },
      ],
    },
    {
      name: 'raw',
      label: 'As written',
      type: 'text',
      required: true,
      maxLength: 320,
      admin: { description: 'The address or number as the person gives it.' },
    },
    {
      name: 'value',
      label: 'Normalised',
      type: 'text',
      unique: true,
      index: true,
      admin: { readOnly: true, description: 'Made from what is written; how the next message finds its lead.' },
    },
    { name: 'lead', type: 'relationship', relationTo: 'leads', required: true, index: true },
  ],
}
