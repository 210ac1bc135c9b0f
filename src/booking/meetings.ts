import type { CollectionConfig, Field } from 'payload'
import { admins, leadStaff, nobody } from '@/access/rules'
import { idField } from '@/platform/id'
import { LOCALES } from '@/site/locales'
import { keepStanding } from './hooks/keep-standing'
import { keepToCommands } from './hooks/keep-to-commands'
import { releaseClaims } from './hooks/release-claims'
import { bookEndpoint } from './staff/book-endpoint'
import { bookWishEndpoint } from './staff/book-wish'
import { freeTimesEndpoints } from './staff/free-times'
import { meetingEndpoints } from './staff/meeting-endpoints'
import { unfitEndpoints } from './unfit/endpoints'

const facts = '/src/ui/admin/facts-field#FactsField'

/** What commands alone write: a time that is typed over would hold no claims. */
const byCommands = { create: () => false, update: () => false }
const secret = { ...byCommands, read: () => false }

/** Told in words at the top of the page; a column of the list all the same. */
const inPanel = { hidden: true } as const

const moment = (name: string, label: string, extra: Partial<Field> = {}): Field => ({
  name,
  label,
  type: 'date',
  required: true,
  index: true,
  access: byCommands,
  admin: { date: { pickerAppearance: 'dayAndTime' } },
  ...(extra as object),
})

const guest: Field[] = [
  { name: 'name', type: 'text', required: true, access: byCommands, admin: inPanel },
  { name: 'email', type: 'text', required: true, index: true, access: byCommands, admin: inPanel },
  { name: 'company', type: 'text', access: byCommands, admin: inPanel },
  { name: 'phone', type: 'text', access: byCommands, admin: inPanel },
  // Lists are kept as JSON: SQLite would write them to tables of their own, after the row that acknowledges the meeting.
  { name: 'guests', label: 'Also invited', type: 'json', access: byCommands, admin: inPanel },
  { name: 'answers', type: 'json', access: byCommands, admin: { components: { Field: facts } } },
  {
    name: 'attribution',
    label: 'Where from',
    type: 'json',
    access: byCommands,
    admin: { components: { Field: facts } },
  },
]

const inner: Field[] = [
  { name: 'hosts', type: 'json', required: true, access: byCommands, admin: { hidden: true } },
  { name: 'snapshot', type: 'json', required: true, access: byCommands, admin: { hidden: true } },
  // Keys of the claims that count against limits; those of its time follow from the meeting.
  { name: 'places', type: 'json', access: secret, admin: { hidden: true } },
  { name: 'uid', type: 'text', required: true, unique: true, index: true, access: byCommands, admin: { hidden: true } },
  { name: 'sequence', type: 'number', required: true, defaultValue: 0, access: byCommands, admin: { hidden: true } },
  // What spoke against the meeting when somebody decided to keep it all the same: see `meetingsThatNoLongerFit`.
  { name: 'keptDespite', type: 'text', access: secret, admin: { hidden: true } },
  {
    name: 'idempotencyKey',
    type: 'text',
    required: true,
    unique: true,
    index: true,
    access: secret,
    admin: { hidden: true },
  },
  { name: 'manageTokenHash', type: 'text', required: true, index: true, access: secret, admin: { hidden: true } },
  { name: 'manageExpiresAt', type: 'date', required: true, access: byCommands, admin: { hidden: true } },
]

/** Each meeting that was booked. When it is and whether it stands is written by the commands alone. */
export const meetings: CollectionConfig = {
  slug: 'meetings',
  custom: { ofLead: 'lead', happensAt: 'start' },
  defaultSort: '-start',
  lockDocuments: false,
  admin: {
    group: 'Meetings',
    useAsTitle: 'name',
    defaultColumns: ['start', 'name', 'typeName', 'host', 'status', 'lead'],
    listSearchableFields: ['name', 'email', 'company'],
    description: 'Meetings that prospects booked. Open one to move or cancel it, and to note what came of it.',
    components: { beforeListTable: ['/src/booking/week/week-links#WeekLinks'] },
    pagination: { defaultLimit: 25 },
    hideAPIURL: true,
  },
  access: { read: leadStaff, create: nobody, update: leadStaff, delete: admins },
  endpoints: [bookEndpoint, bookWishEndpoint, ...freeTimesEndpoints, ...meetingEndpoints, ...unfitEndpoints],
  fields: [
    idField(),
    {
      name: 'status',
      type: 'select',
      required: true,
      index: true,
      defaultValue: 'confirmed',
      options: [
        { value: 'confirmed', label: 'Confirmed' },
        { value: 'held', label: 'Took place' },
        { value: 'no-show', label: 'Guest did not come' },
        { value: 'cancelled', label: 'Cancelled' },
      ],
      access: byCommands,
      admin: inPanel,
    },
    { name: 'panel', type: 'ui', admin: { components: { Field: '/src/booking/staff/meeting-panel#MeetingPanel' } } },
    moment('start', 'Begins', { admin: inPanel } as Partial<Field>),
    moment('end', 'Ends', { admin: inPanel } as Partial<Field>),
    { name: 'typeName', label: 'Meeting', type: 'text', required: true, access: byCommands, admin: inPanel },
    // The first, where several come.
    { name: 'host', type: 'relationship', relationTo: 'hosts', index: true, access: byCommands, admin: inPanel },
    {
      name: 'type',
      type: 'relationship',
      relationTo: 'meeting-types',
      index: true,
      access: byCommands,
      admin: { position: 'sidebar' },
    },
    {
      name: 'lead',
      type: 'relationship',
      relationTo: 'leads',
      index: true,
      access: byCommands,
      admin: { position: 'sidebar' },
    },
    ...guest,
    { name: 'notes', type: 'textarea', admin: { description: 'For colleagues.' } },
    {
      name: 'outcome',
      type: 'text',
      maxLength: 300,
      admin: { description: 'What came of it, in a line: sent an offer, call again in May.' },
    },
    {
      name: 'timeZone',
      label: 'Time zone of the guest',
      type: 'text',
      required: true,
      access: byCommands,
      admin: { position: 'sidebar' },
    },
    {
      name: 'locale',
      label: 'Language',
      type: 'select',
      options: [...LOCALES],
      required: true,
      access: byCommands,
      admin: { position: 'sidebar' },
    },
    {
      name: 'cancelledBy',
      type: 'select',
      options: [
        { value: 'guest', label: 'The guest' },
        { value: 'staff', label: 'A colleague' },
      ],
      access: byCommands,
      admin: { position: 'sidebar', condition: ({ status }) => status === 'cancelled' },
    },
    {
      name: 'cancelReason',
      type: 'textarea',
      access: byCommands,
      admin: { condition: ({ status }) => status === 'cancelled' },
    },
    moment('bookedAt', 'Booked', {
      admin: { position: 'sidebar', readOnly: true, date: { pickerAppearance: 'dayAndTime' } },
    } as Partial<Field>),
    {
      name: 'bookedBy',
      label: 'Booked by',
      type: 'relationship',
      relationTo: 'users',
      access: byCommands,
      admin: { position: 'sidebar', description: 'A colleague who booked on behalf of the guest.' },
    },
    ...inner,
  ],
  hooks: { beforeChange: [keepToCommands], beforeDelete: [keepStanding], afterDelete: [releaseClaims] },
}

/**
 * What a meeting holds of a host: each five minutes of their time, and each numbered place of a limit, is a document
 * with a unique key, so that two bookings never have the same.
 */
export const meetingClaims: CollectionConfig = {
  slug: 'meeting-claims',
  access: { read: nobody, create: nobody, update: nobody, delete: nobody },
  graphQL: false,
  admin: { hidden: true },
  lockDocuments: false,
  fields: [
    idField(),
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    // Not relations: claims are made before their meeting.
    { name: 'meeting', type: 'text', required: true, index: true },
    { name: 'request', type: 'text' },
    { name: 'expiresAt', type: 'date', required: true, index: true },
  ],
}
