import type { Access, CollectionConfig, Field, FieldAccess, NumberField } from 'payload'
import { hasRole, ROLES } from '@/access/roles'
import { admins } from '@/access/rules'
import { idField } from '@/platform/id'
import { tracked } from '@/platform/tracking'
import { demoField } from '@/site/fields/demo'
import { slug } from '@/site/fields/slug'
import { ANSWER_FIELDS } from './form/answer-fields'

/** Words that other pages below `/book` have. */
const RESERVED = ['booked', 'calendar', 'manage', 'request', 'times']

/** Visitors see what can be booked; what is not offered any more, and who would come, is for colleagues. */
const staffOrActive: Access = ({ req }) => hasRole(req.user, ...ROLES) || { active: { equals: true } }
const isStaff: FieldAccess = ({ req }) => hasRole(req.user, ...ROLES)
const staffField = { read: isStaff }

/** Minutes in whole cells of five: what is taken of a host's time is counted in them. */
const minutes = (name: string, label: string, extra: Partial<NumberField> & { min: number; max: number }): Field => ({
  name,
  label: `${label} (minutes)`,
  type: 'number',
  required: true,
  validate: (value: unknown) =>
    (typeof value === 'number' && value % 5 === 0 && value >= extra.min && value <= extra.max) ||
    `Choose a multiple of 5 between ${extra.min} and ${extra.max}.`,
  ...(extra as object),
})

const limit = (name: string, label: string, description: string): Field => ({
  name,
  label,
  type: 'number',
  min: 1,
  max: 50,
  validate: (value: unknown) =>
    value === null ||
    value === undefined ||
    (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 50) ||
    'Choose a whole number up to 50, or none.',
  access: staffField,
  admin: { description },
})

const times: Field[] = [
  {
    type: 'row',
    fields: [
      minutes('length', 'Length', { min: 5, max: 480, defaultValue: 30 }),
      minutes('grid', 'Begins every', {
        min: 5,
        max: 240,
        defaultValue: 30,
        admin: { description: '30: on the hour and at half past, by the clock of the host.' },
      }),
    ],
  },
  {
    type: 'row',
    fields: [
      minutes('bufferBefore', 'Free time before', { min: 0, max: 240, defaultValue: 0 }),
      minutes('bufferAfter', 'Free time after', {
        min: 0,
        max: 240,
        defaultValue: 0,
        admin: { description: 'Adds up with the free time around the meetings next to it.' },
      }),
    ],
  },
  {
    type: 'row',
    fields: [
      {
        name: 'noticeHours',
        label: 'Minimum notice (hours)',
        type: 'number',
        min: 0,
        max: 720,
        admin: { description: 'Empty: as set under Booking.' },
      },
      {
        name: 'horizonDays',
        label: 'Bookable ahead (days)',
        type: 'number',
        min: 1,
        max: 365,
        admin: { description: 'Empty: as set under Booking.' },
      },
    ],
  },
  {
    type: 'row',
    fields: [
      limit(
        'limitPerDay',
        'Most meetings on a day',
        'Not offered when the host has as many meetings, of any type, on that day of theirs. Empty: no limit.',
      ),
      limit('limitPerWeek', 'Most meetings in a week', 'The same for a week from Monday to Sunday.'),
    ],
  },
]

const location: Field = {
  name: 'location',
  label: 'Where',
  type: 'group',
  fields: [
    {
      name: 'kind',
      type: 'select',
      required: true,
      defaultValue: 'video',
      options: [
        { value: 'video', label: 'Video call' },
        { value: 'phone', label: 'Phone call' },
        { value: 'office', label: 'At an office' },
      ],
    },
    {
      name: 'details',
      type: 'textarea',
      access: staffField,
      admin: {
        description:
          'Video: the address of the call, in which {id} becomes a word of the meeting’s own, as https://meet.example.com/{id}. Phone: who calls whom. Office: the address.',
      },
    },
  ],
}

const who: Field[] = [
  {
    name: 'hostsMode',
    label: 'Who comes',
    type: 'select',
    required: true,
    defaultValue: 'any',
    access: staffField,
    options: [
      { value: 'any', label: 'Any one of the hosts: who is free and was booked least recently' },
      { value: 'all', label: 'All of the hosts together' },
      { value: 'fixed', label: 'One fixed host' },
    ],
  },
  {
    name: 'hosts',
    type: 'relationship',
    relationTo: 'hosts',
    hasMany: true,
    required: true,
    access: staffField,
    validate: (value: unknown, { siblingData }: { siblingData: unknown }) => {
      const count = Array.isArray(value) ? value.length : 0
      if (count === 0) return 'Choose at least one host.'
      return (
        (siblingData as { hostsMode?: string }).hostsMode !== 'fixed' ||
        count === 1 ||
        'Choose exactly one host, or let any or all of them come.'
      )
    },
    admin: { allowCreate: false },
  },
]

/** What prospects can book. */
export const meetingTypes: CollectionConfig = tracked({
  slug: 'meeting-types',
  labels: { singular: 'Meeting type', plural: 'Meeting types' },
  defaultSort: 'order',
  admin: {
    group: 'Meetings',
    useAsTitle: 'name',
    defaultColumns: ['name', 'length', 'hostsMode', 'active', 'updatedAt'],
    listSearchableFields: ['name', 'slug'],
    description:
      'What prospects can book, such as an intro call of 30 minutes. Meetings that are booked keep the rules they were booked with.',
    hideAPIURL: true,
  },
  access: { read: staffOrActive, create: admins, update: admins, delete: admins },
  fields: [
    idField(),
    {
      name: 'unfit',
      type: 'ui',
      admin: { components: { Field: '/src/booking/unfit/admin/unfit-meetings#UnfitMeetings' } },
    },
    { name: 'name', type: 'text', required: true, maxLength: 120 },
    slug('name', RESERVED, {
      unique: true,
      description: 'The last part of the address. Links to the old one break when it changes.',
    }),
    {
      name: 'description',
      type: 'textarea',
      maxLength: 500,
      admin: { description: 'What it is for, in a sentence or two.' },
    },
    {
      type: 'tabs',
      tabs: [
        { label: 'Times', fields: times },
        { label: 'Hosts and place', fields: [...who, location] },
        {
          label: 'Questions',
          fields: [
            {
              name: 'questions',
              type: 'array',
              labels: { singular: 'Question', plural: 'Questions' },
              maxRows: ANSWER_FIELDS.length,
              admin: { description: 'Asked besides name, e-mail address, company, phone and subject.' },
              fields: [
                { name: 'label', label: 'Question', type: 'text', required: true, maxLength: 200 },
                {
                  type: 'row',
                  fields: [
                    {
                      name: 'kind',
                      label: 'Answer',
                      type: 'select',
                      required: true,
                      defaultValue: 'line',
                      options: [
                        { value: 'line', label: 'One line' },
                        { value: 'paragraph', label: 'Several lines' },
                      ],
                    },
                    { name: 'required', type: 'checkbox', defaultValue: false },
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
    {
      name: 'active',
      type: 'checkbox',
      defaultValue: true,
      index: true,
      admin: { position: 'sidebar', description: 'Only active types can be booked.' },
    },
    {
      name: 'order',
      type: 'number',
      defaultValue: 0,
      admin: { position: 'sidebar', description: 'Lower numbers stand first.' },
    },
    demoField(),
  ],
})
