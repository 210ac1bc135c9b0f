import type { CollectionConfig } from 'payload'
import { leadStaff, nobody } from '@/access/rules'
import { idField } from '@/platform/id'
import { LOCALES } from '@/site/locales'
import { auditDecision } from './abuse/audit-decision'
import { releaseEndpoints } from './abuse/release'
import { VERDICT_WORDS } from './abuse/verdict-words'

const facts = '/src/ui/admin/facts-field#FactsField'

const moment = { position: 'sidebar', date: { pickerAppearance: 'dayAndTime' } } as const

/** Shown only once it is known, since nobody can enter it. */
const onceKnown = (name: string) => ({
  position: 'sidebar' as const,
  condition: (data: Record<string, unknown>) => Boolean(data[name]),
})

const momentOnceKnown = (name: string) => ({ ...moment, ...onceKnown(name) })

/**
 * Each message as it was sent. Nothing of that changes afterwards: what is added is whose it is, what people decided
 * about it, and the address that its sender corrected.
 */
export const contactSubmissions: CollectionConfig = {
  slug: 'contact-submissions',
  custom: { ofLead: 'lead' },
  labels: { singular: 'Message', plural: 'Messages' },
  defaultSort: '-receivedAt',
  lockDocuments: false,
  admin: {
    group: 'Leads',
    useAsTitle: 'reference',
    defaultColumns: ['reference', 'name', 'message', 'reasons', 'state', 'receivedAt', 'lead'],
    listSearchableFields: ['reference', 'name', 'email', 'correctedEmail', 'company', 'message'],
    components: {
      beforeListTable: ['/src/leads/abuse/admin/message-views#MessageViews'],
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
      admin: { position: 'sidebar', components: { Cell: '/src/leads/abuse/admin/state-cell#StateCell' } },
    },
    {
      name: 'reasons',
      label: 'Why it is held',
      type: 'json',
      admin: {
        position: 'sidebar',
        components: {
          Field: { path: facts, clientProps: { say: VERDICT_WORDS } },
          Cell: '/src/leads/abuse/admin/reasons-cell#ReasonsCell',
        },
      },
    },
    { name: 'listedAt', label: 'Listed in a digest', type: 'date', admin: momentOnceKnown('listedAt') },
    { name: 'decidedAt', label: 'Decided', type: 'date', index: true, admin: momentOnceKnown('decidedAt') },
    // A name and no account: it stays true when the account is gone.
    { name: 'decidedBy', label: 'Decided by', type: 'text', admin: onceKnown('decidedBy') },
    { name: 'lead', type: 'relationship', relationTo: 'leads', index: true, admin: { position: 'sidebar' } },
    { name: 'reference', type: 'text', required: true, unique: true, index: true },
    {
      name: 'receivedAt',
      type: 'date',
      required: true,
      index: true,
      admin: moment,
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
      name: 'correctedEmail',
      label: 'Address as corrected by the sender',
      type: 'text',
      index: true,
      admin: onceKnown('correctedEmail'),
    },
    { name: 'correctedAt', label: 'Corrected', type: 'date', admin: momentOnceKnown('correctedAt') },
    {
      type: 'row',
      fields: [
        { name: 'company', type: 'text' },
        { name: 'phone', type: 'text' },
      ],
    },
    {
      name: 'wishedTimes',
      type: 'ui',
      admin: { components: { Field: '/src/booking/components/wished-times#WishedTimes' } },
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
