import type { CollectionConfig, Field } from 'payload'
import { mayServeLeads } from '@/access/roles'
import { admins, leadStaff } from '@/access/rules'
import { attributionFields } from '@/forms/attribution-fields'
import { idField } from '@/platform/id'
import { LOCALES } from '@/site/locales'

import { noteAnswerByStatus } from './inbox/first-answer'

import { addFirstContact, firstContactField } from './inbox/first-contact-field'
import { deleteWhatBelongs } from './inbox/hooks/delete-what-belongs'
import { logLeadChanges } from './inbox/hooks/log-lead-changes'
import { refuseStaleSave } from './inbox/revisions'
import { timelineEndpoint } from './inbox/timeline/read-timeline'
import { inboxStateFields, nextActionFields } from './inbox/work-fields'
import { mergeEndpoint } from './merge/endpoint'
import { privacyEndpoints } from './privacy/endpoints'
import { replyEndpoints } from './reply/endpoint'
import { LEAD_STATUSES } from './statuses'

const touch = (name: string, label: string): Field => ({
  name,
  label,
  type: 'group',
  // A form sends it back as it was, and would take a message's own touch away again.
  access: { update: () => false },
  admin: { readOnly: true },
  fields: attributionFields(),
})

/** One per person who wrote, called or met us; joins everything they sent. */
export const leads: CollectionConfig = {
  slug: 'leads',
  defaultSort: '-createdAt',
  admin: {
    group: 'Leads',
    useAsTitle: 'name',
    defaultColumns: ['name', 'company', 'status', 'owner', 'createdAt'],
    listSearchableFields: ['name', 'company'],
    description:
      'The inbox of sales: one lead per person, with everything they sent. Status and owner change in the list.',
    pagination: { defaultLimit: 25 },
    hideAPIURL: true,
    // One that was merged into another stays as a sign of where it went, and is work for nobody.
    baseFilter: () => ({ mergedInto: { exists: false } }),
    components: {
      beforeListTable: [
        '/src/leads/inbox/admin/inbox-views#InboxViews',
        '/src/leads/privacy/admin/export-csv#ExportCsv',
      ],
      edit: {
        beforeDocumentControls: [
          '/src/leads/merge/components/merge-button#MergeButton',
          '/src/leads/privacy/admin/privacy-buttons#PrivacyButtons',
        ],
      },
    },
  },
  access: { read: leadStaff, create: leadStaff, update: leadStaff, delete: admins },
  endpoints: [timelineEndpoint, mergeEndpoint, ...replyEndpoints, ...privacyEndpoints],
  fields: [
    idField(),
    {
      type: 'row',
      fields: [
        { name: 'name', type: 'text', required: true, maxLength: 200 },
        { name: 'company', type: 'text', maxLength: 200 },
      ],
    },
    firstContactField(),
    {
      name: 'status',
      type: 'select',
      options: [...LEAD_STATUSES],
      defaultValue: 'new',
      required: true,
      index: true,
      admin: { position: 'sidebar', components: { Cell: '/src/leads/inbox/admin/status-cell#StatusCell' } },
    },
    {
      name: 'owner',
      type: 'relationship',
      relationTo: 'users',
      index: true,
      filterOptions: { roles: { in: ['sales', 'admin'] } },
      // Whoever enters a caller answers them, until somebody else takes over.
      defaultValue: ({ user }: { user?: { id: string } | null }) => (mayServeLeads(user) ? user?.id : undefined),
      admin: {
        position: 'sidebar',
        description: 'Who answers.',
        allowCreate: false,
        allowEdit: false,
        components: { Cell: '/src/leads/inbox/admin/owner-cell#OwnerCell' },
      },
    },
    ...nextActionFields(),
    ...inboxStateFields(),
    {
      type: 'tabs',
      // Everything in here refers to the lead, so it begins when there is one.
      admin: { condition: (_data, _siblings, { operation }) => operation !== 'create' },
      tabs: [
        {
          label: 'Timeline',
          fields: [
            {
              name: 'timeline',
              type: 'ui',
              admin: { components: { Field: '/src/leads/inbox/admin/lead-timeline#LeadTimeline' } },
            },
            {
              name: 'events',
              type: 'join',
              collection: 'lead-events',
              on: 'lead',
              defaultSort: '-at',
              admin: { hidden: true },
            },
          ],
        },
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
          label: 'Meetings',
          fields: [
            {
              name: 'meetings',
              type: 'ui',
              admin: { components: { Field: '/src/booking/components/lead-meetings#LeadMeetings' } },
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
  hooks: {
    beforeChange: [refuseStaleSave, noteAnswerByStatus],
    afterChange: [addFirstContact, logLeadChanges],
    beforeDelete: [deleteWhatBelongs],
  },
}
