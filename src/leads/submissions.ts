import type { CollectionConfig } from 'payload'
import { leadStaff, nobody } from '@/access/rules'
import { idField } from '@/platform/id'
import { LOCALES } from '@/site/locales'
import { auditDecision } from './abuse/audit-decision'
import { releaseEndpoints } from './abuse/release'
import { VERDICT_WORDS } from './abuse/verdict-words'

const facts = '/src/ui/admin/facts-field#FactsField'

/** Each message as it was sent. Nothing of it changes afterwards but whether it is held, and whose it is. */
export const contactSubmissions: CollectionConfig = {
  slug: 'contact-submissions',
  labels: { singular: 'Message', plural: 'Messages' },
  defaultSort: '-receivedAt',
  lockDocuments: false,
  admin: {
    group: 'Leads',
    useAsTitle: 'reference',
    defaultColumns: ['reference', 'name', 'enquiryLabel', 'state', 'lead', 'receivedAt'],
    listSearchableFields: ['reference', 'name', 'email', 'company', 'message'],
    components: {
      edit: { beforeDocumentControls: ['/src/leads/components/release-buttons#ReleaseButtons'] },
    },
    description: 'Messages as they were sent. A held one has mailed nobody yet: read it, and release it.',
    pagination: { defaultLimit: 25 },
    hideAPIURL: true,
  },
  access: { read: leadStaff, create: nobody, update: nobody, delete: nobody },
  endpoints: releaseEndpoints,
  fields: [
    idField(),
    {
      name: 'state',
      type: 'select',
      required: true,
      index: true,
      options: [
        { value: 'accepted', label: 'Accepted' },
        { value: 'held', label: 'Held' },
        { value: 'released', label: 'Released' },
        { value: 'spam', label: 'Spam' },
      ],
      admin: { position: 'sidebar' },
    },
    {
      name: 'reasons',
      label: 'Why it is held',
      type: 'json',
      admin: {
        position: 'sidebar',
        components: { Field: { path: facts, clientProps: { say: VERDICT_WORDS } } },
      },
    },
    { name: 'lead', type: 'relationship', relationTo: 'leads', index: true, admin: { position: 'sidebar' } },
    { name: 'reference', type: 'text', required: true, unique: true, index: true },
    {
      name: 'receivedAt',
      type: 'date',
      required: true,
      index: true,
      admin: { position: 'sidebar', date: { pickerAppearance: 'dayAndTime' } },
    },
    { name: 'enquiryType', type: 'text', required: true, index: true, admin: { hidden: true } },
    { name: 'enquiryLabel', label: 'Topic', type: 'text', required: true },
    {
      type: 'row',
      fields: [
        { name: 'name', type: 'text', required: true },
        { name: 'email', type: 'text', required: true, index: true },
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'company', type: 'text' },
        { name: 'phone', type: 'text' },
      ],
    },
    { name: 'message', type: 'textarea', required: true, admin: { rows: 8 } },
    { name: 'answers', type: 'json', required: true, admin: { components: { Field: facts } } },
    {
      name: 'consent',
      type: 'group',
      fields: [
        { name: 'text', type: 'textarea' },
        { name: 'version', type: 'text' },
        { name: 'at', type: 'date' },
      ],
    },
    { name: 'attribution', label: 'Where from', type: 'json', admin: { components: { Field: facts } } },
    { name: 'locale', label: 'Language', type: 'select', options: [...LOCALES], required: true },
    { name: 'key', type: 'text', required: true, unique: true, index: true, admin: { hidden: true } },
    { name: 'fingerprint', type: 'text', required: true, admin: { hidden: true } },
  ],
  hooks: { afterChange: [auditDecision] },
}
