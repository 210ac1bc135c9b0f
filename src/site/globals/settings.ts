import type { Field, GlobalConfig } from 'payload'
import { hiddenUnless } from '@/access/hidden'
import { isAdmin } from '@/access/roles'
import { adminField, admins, anyone } from '@/access/rules'
import { trackedGlobal } from '@/platform/tracking'
import { demoField } from '../fields/demo'
import { timeZoneField } from '../fields/time-zone'
import { LOCALES } from '../locales'

/** How many months something is kept; the longest that anybody may ask for is a lifetime. */
const months = (name: string, label: string, description: string): Field => ({
  name,
  label,
  type: 'number',
  min: 1,
  max: 1200,
  validate: (value: unknown, { max, min }: { max?: number; min?: number }) => {
    if (value === null || value === undefined) return true
    const isWhole = Number.isInteger(value) && Number(value) >= (min ?? 1) && Number(value) <= (max ?? Infinity)
    return isWhole || 'Write a whole number of months, 1 or more, or nothing.'
  },
  admin: { description, step: 1 },
})

/** Who the agency is: every brand fact of the site. What is empty does not appear. */
export const settings: GlobalConfig = trackedGlobal({
  slug: 'settings',
  access: { read: anyone, update: admins },
  admin: {
    group: 'Site',
    hidden: hiddenUnless(isAdmin),
    description: 'Who the agency is. What is empty does not appear on the site.',
  },
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Company',
          fields: [
            { name: 'companyName', type: 'text' },
            { name: 'legalName', type: 'text' },
            { name: 'tagline', type: 'text' },
            { name: 'logo', type: 'upload', relationTo: 'media' },
            {
              name: 'accent',
              label: 'Accent colour',
              type: 'text',
              admin: { description: 'As #rrggbb. Dark enough to be read on white.' },
              validate: (value: unknown) => !value || /^#[0-9a-f]{6}$/i.test(String(value)) || 'Write it as #rrggbb.',
            },
          ],
        },
        {
          label: 'Contact',
          fields: [
            { name: 'hotline', type: 'text' },
            { name: 'email', type: 'email' },
            { name: 'address', type: 'textarea' },
            {
              name: 'answerPromise',
              label: 'When messages are answered',
              type: 'text',
              maxLength: 80,
              admin: {
                description:
                  'Ends the sentence “An engineer answers …” on the contact page, the receipt and in the acknowledgement: within one working day. When it is empty nothing is promised.',
              },
            },
            {
              name: 'social',
              label: 'Profiles elsewhere',
              type: 'array',
              fields: [
                { name: 'label', type: 'text', required: true },
                { name: 'url', label: 'Address', type: 'text', required: true },
              ],
            },
          ],
        },
        {
          label: 'Mail and region',
          fields: [
            { name: 'senderName', type: 'text' },
            { name: 'senderAddress', type: 'email', admin: { description: 'Mail is sent from this address.' } },
            { name: 'defaultLocale', label: 'Language', type: 'select', options: [...LOCALES], defaultValue: 'en' },
            timeZoneField({ required: false, description: 'Where the agency is, such as Asia/Ho_Chi_Minh.' }),
            {
              name: 'phoneCountry',
              type: 'text',
              maxLength: 2,
              admin: { description: 'Two letters (ISO 3166), for phone numbers written without a country: VN.' },
            },
          ],
        },
        {
          label: 'Privacy',
          fields: [
            {
              name: 'retention',
              label: 'How long things are kept',
              type: 'group',
              access: { read: adminField },
              admin: {
                description: 'In months. What is older is removed each night; what is empty is kept for ever.',
              },
              fields: [
                months('messages', 'Messages', 'From the day they came. Held ones wait until somebody decides.'),
                months('emails', 'Mails that were sent', 'From the day they were sent. Failed ones stay.'),
                months(
                  'leads',
                  'Leads',
                  'Since anything happened with them, once their messages are gone: set a time for messages, too.',
                ),
                months('audit', 'Audit log', 'From the day of an entry.'),
              ],
            },
          ],
        },
      ],
    },
    demoField(),
  ],
})
