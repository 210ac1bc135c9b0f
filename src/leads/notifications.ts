import type { Field, GlobalConfig } from 'payload'
import { hiddenUnless } from '@/access/hidden'
import { isAdmin } from '@/access/roles'
import { admins, leadStaff } from '@/access/rules'
import { trackedGlobal } from '@/platform/tracking'
import { demoField } from '@/site/fields/demo'
import { webhookFields } from './webhook-fields'

const recipients = (name: string, label: string, description: string): Field => ({
  name,
  label,
  type: 'array',
  labels: { singular: 'Address', plural: 'Addresses' },
  admin: { description },
  fields: [{ name: 'email', type: 'email', required: true }],
})

const dayOnly = { date: { pickerAppearance: 'dayOnly', displayFormat: 'd MMM yyyy' } } as const

/** What visitors can write about, and who hears of it. */
export const notifications: GlobalConfig = trackedGlobal({
  slug: 'notifications',
  access: { read: leadStaff, update: admins },
  admin: {
    group: 'Site',
    hidden: hiddenUnless(isAdmin),
    description: 'What visitors can write about, and who hears of it.',
  },
  fields: [
    {
      name: 'enquiryTypes',
      type: 'array',
      labels: { singular: 'Enquiry type', plural: 'Enquiry types' },
      admin: { description: 'The topics of the contact form, in this order.' },
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'key',
              type: 'text',
              required: true,
              validate: (value: unknown) =>
                /^[a-z][a-z0-9-]{0,39}$/.test(String(value)) || 'Lower-case letters, digits and hyphens.',
            },
            { name: 'label', type: 'text', required: true },
          ],
        },
        recipients('recipients', 'Recipients', 'Who is mailed. Empty: the addresses under "Otherwise".'),
      ],
    },
    recipients('fallback', 'Otherwise', 'Who is mailed about everything that nobody else is.'),
    recipients('copy', 'Copies', 'Who is mailed about every message besides.'),
    {
      name: 'substitutes',
      label: 'Away',
      type: 'array',
      labels: { singular: 'Absence', plural: 'Absences' },
      admin: { description: 'Who is mailed in place of somebody, from the first day to the last, both included.' },
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'absent', label: 'Who is away', type: 'email', required: true },
            { name: 'substitute', label: 'Who is mailed instead', type: 'email', required: true },
          ],
        },
        {
          type: 'row',
          fields: [
            { name: 'from', label: 'First day', type: 'date', required: true, admin: dayOnly },
            {
              name: 'until',
              label: 'Last day',
              type: 'date',
              required: true,
              admin: dayOnly,
              validate: (value, { siblingData }) => {
                const { from } = siblingData as { from?: string }
                if (!value) return 'When are they back?'
                return !from || new Date(value) >= new Date(from) || 'This is before the first day.'
              },
            },
          ],
        },
      ],
    },
    ...webhookFields,
    { name: 'consentText', type: 'textarea', admin: { description: 'What a sender agrees to.' } },
    {
      name: 'consentVersion',
      type: 'text',
      admin: { description: 'Change it with the text: each message keeps both.' },
    },
    demoField(),
  ],
})
