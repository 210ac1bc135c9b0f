import type { CollectionConfig, Option } from 'payload'
import { admins, leadStaff, nobody } from '@/access/rules'
import type { LeadEvent } from '@/payload-types'
import { idField } from '@/platform/id'
import { noteAnswerByEvent } from './inbox/first-answer'

/** What people add themselves; the rest of the timeline writes itself. */
const BY_HAND = ['note', 'call', 'mail', 'meeting']
const isByHand = (option: Option) => typeof option !== 'string' && BY_HAND.includes(option.value)

/** What the audit log calls an entry: its kind and the lead's id, and no word of its text. */
export const titleOfEvent = ({ kind, lead }: LeadEvent) => `${kind} of ${typeof lead === 'string' ? lead : lead.id}`

/** What happened with a lead, in order; entries are added and never changed. */
export const leadEvents: CollectionConfig = {
  slug: 'lead-events',
  custom: { ofLead: 'lead' },
  labels: { singular: 'Timeline entry', plural: 'Timeline' },
  defaultSort: '-at',
  lockDocuments: false,
  admin: {
    group: 'Leads',
    useAsTitle: 'text',
    defaultColumns: ['at', 'kind', 'text', 'lead', 'author'],
    listSearchableFields: ['text'],
    description: 'What happened with each lead. Add a note or a call; entries are never changed.',
    hideAPIURL: true,
  },
  access: { read: leadStaff, create: leadStaff, update: nobody, delete: admins },
  fields: [
    idField(),
    { name: 'lead', type: 'relationship', relationTo: 'leads', required: true, index: true },
    {
      name: 'kind',
      type: 'select',
      required: true,
      defaultValue: 'note',
      options: [
        { value: 'note', label: 'Note' },
        { value: 'call', label: 'Call' },
        { value: 'status', label: 'Status' },
        { value: 'mail', label: 'Mail' },
        { value: 'message', label: 'Message' },
        { value: 'meeting', label: 'Meeting' },
        { value: 'change', label: 'Change' },
      ],
      filterOptions: ({ data, options, req }) => {
        const isNew = !data.createdAt
        return isNew && req.user && !req.context.writesTimeline ? options.filter(isByHand) : options
      },
    },
    { name: 'text', type: 'textarea', required: true },
    {
      name: 'at',
      type: 'date',
      required: true,
      index: true,
      defaultValue: () => new Date().toISOString(),
      admin: { date: { pickerAppearance: 'dayAndTime' } },
    },
    {
      name: 'author',
      type: 'relationship',
      relationTo: 'users',
      admin: { readOnly: true, condition: (_data, _siblings, { operation }) => operation !== 'create' },
      hooks: {
        beforeChange: [({ operation, req, value }) => (operation === 'create' && req.user ? req.user.id : value)],
      },
    },
    { name: 'data', type: 'json', admin: { hidden: true } },
  ],
  hooks: { afterChange: [noteAnswerByEvent] },
}
