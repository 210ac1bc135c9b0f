import type { CollectionConfig } from 'payload'
import { admins, leadStaff } from '@/access/rules'
import { idField } from '@/platform/id'
import { normaliseContactPoint } from './inbox/hooks/normalise-contact-point'

/** E-mail addresses and phone numbers; each belongs to one lead, so that its next message finds that lead. */
export const contactPoints: CollectionConfig = {
  slug: 'contact-points',
  custom: { ofLead: 'lead' },
  labels: { singular: 'Contact point', plural: 'Contact points' },
  admin: {
    group: 'Leads',
    useAsTitle: 'value',
    defaultColumns: ['value', 'kind', 'lead', 'createdAt'],
    listSearchableFields: ['value', 'raw'],
    description: 'E-mail addresses and phone numbers, to look up who calls. Each belongs to one lead.',
    hideAPIURL: true,
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
      access: { create: () => false, update: () => false },
      admin: { readOnly: true, condition: (data) => Boolean(data.value) },
    },
    {
      name: 'raw',
      label: 'E-mail address or phone number',
      type: 'text',
      required: true,
      maxLength: 320,
      admin: { description: 'As the person gives it.' },
    },
    {
      name: 'value',
      label: 'Address or number',
      type: 'text',
      unique: true,
      index: true,
      access: { create: () => false, update: () => false },
      admin: {
        readOnly: true,
        condition: (data) => Boolean(data.value),
        description: 'Made from what is written; how the next message finds its lead.',
      },
    },
    { name: 'lead', type: 'relationship', relationTo: 'leads', required: true, index: true },
  ],
  hooks: { beforeValidate: [normaliseContactPoint] },
}
