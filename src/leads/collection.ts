import type { CollectionConfig, Field } from 'payload'
import { admins, leadStaff } from '@/access/rules'
import { idField } from '@/platform/id'
import { LOCALES } from '@/site/locales'
import { attributionFields } from './attribution-fields'

const touch = (name: string, label: string): Field => ({
  name,
  label,
  type: 'group',
  admin: { readOnly: true },
  fields: attributionFields(),
})

export const LEAD_STATUSES = [
  { value: 'new', label: 'New' },
  { value: 'contacted', label: 'Contacted' },
  { value: 'qualified', label: 'Qualified' },
  { value: 'won', label: 'Won' },
  { value: 'lost', label: 'Lost' },
  { value: 'spam', label: 'Spam' },
] as const

/** One per person who wrote, called or met us; joins everything they sent. */
export const leads: CollectionConfig = {
  slug: 'leads',
  defaultSort: '-createdAt',
  admin: {
    group: 'Leads',
    useAsTitle: 'name',
    defaultColumns: ['name', 'company', 'status', 'owner', 'createdAt'],
    listSearchableFields: ['name', 'company'],
    description: 'The inbox of sales: one lead per person, with everything they sent.',
  },
  access: { read: leadStaff, create: leadStaff, update: leadStaff, delete: admins },
  fields: [
    idField(),
    {
      type: 'row',
      fields: [
        { name: 'name', type: 'text', required: true, maxLength: 200 },
        { name: 'company', type: 'text', maxLength: 200 },
      ],
    },
    {
      name: 'status',
      type: 'select',
      options: [...LEAD_STATUSES],
      defaultValue: 'new',
      required: true,
      index: true,
      admin: { position: 'sidebar' },
    },
    {
      name: 'owner',
      type: 'relationship',
      relationTo: 'users',
      index: true,
      filterOptions: { roles: { in: ['sales', 'admin'] } },
      admin: { position: 'sidebar', description: 'Who answers.' },
    },
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Contact',
          fields: [
            {
              name: 'contactPoints',
              label: 'Addresses and phone numbers',
              type: 'join',
              collection: 'contact-points',
              on: 'lead',
              admin: { defaultColumns: ['value', 'kind'] },
            },
          ],
        },
        {
          label: 'Messages',
          fields: [
            {
              name: 'submissions',
              label: 'Messages',
              type: 'join',
              collection: 'contact-submissions',
              on: 'lead',
              defaultSort: '-receivedAt',
              admin: { defaultColumns: ['reference', 'enquiryLabel', 'state', 'receivedAt'], allowCreate: false },
            },
          ],
        },
        {
          label: 'Timeline',
          fields: [
            {
              name: 'events',
              label: 'Timeline',
              type: 'join',
              collection: 'lead-events',
              on: 'lead',
              defaultSort: '-at',
              admin: { defaultColumns: ['at', 'kind', 'text', 'author'] },
            },
          ],
        },
        { label: 'Where from', fields: [touch('firstTouch', 'First touch'), touch('lastTouch', 'Last touch')] },
      ],
    },
    {
      name: 'locale',
      label: 'Language',
      type: 'select',
      options: [...LOCALES],
      admin: { position: 'sidebar' },
    },
    { name: 'timeZone', type: 'text', admin: { position: 'sidebar' } },
  ],
}
