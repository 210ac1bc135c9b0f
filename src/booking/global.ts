import type { GlobalConfig } from 'payload'
import { hiddenUnless } from '@/access/hidden'
import { isAdmin, mayServeLeads } from '@/access/roles'
import { admins, leadStaff } from '@/access/rules'
import { trackedGlobal } from '@/platform/tracking'
import { demoField } from '@/site/fields/demo'
import { holidaysEndpoint } from './holidays/endpoint'
import { LONGEST_NAME } from './holidays/read-holidays'

/** What holds where a meeting type does not say otherwise. */
export const DEFAULT_NOTICE_HOURS = 4
export const DEFAULT_HORIZON_DAYS = 60

/** Rules of all meetings, and the days on which nobody works. */
export const booking: GlobalConfig = trackedGlobal({
  slug: 'booking',
  access: { read: leadStaff, update: admins },
  endpoints: [holidaysEndpoint],
  admin: {
    group: 'Meetings',
    hidden: hiddenUnless((actor) => isAdmin(actor) || mayServeLeads(actor)),
    description: 'Rules of all meetings, and the days on which nobody works.',
  },
  fields: [
    {
      name: 'unfit',
      type: 'ui',
      admin: { components: { Field: '/src/booking/unfit/admin/unfit-meetings#UnfitMeetings' } },
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
          defaultValue: DEFAULT_NOTICE_HOURS,
          admin: { description: 'How long before it begins a meeting can still be booked or moved.' },
        },
        {
          name: 'horizonDays',
          label: 'Bookable ahead (days)',
          type: 'number',
          min: 1,
          max: 365,
          defaultValue: DEFAULT_HORIZON_DAYS,
        },
      ],
    },
    {
      name: 'importHolidays',
      type: 'ui',
      admin: { components: { Field: '/src/booking/holidays/admin/import-holidays#ImportHolidays' } },
    },
    {
      name: 'holidays',
      type: 'array',
      labels: { singular: 'Holiday', plural: 'Holidays' },
      admin: {
        description:
          'Nobody can be met on these dates, each by the calendar where the host works. A host may give other hours for a date.',
        initCollapsed: true,
        components: { RowLabel: '/src/booking/holidays/admin/holiday-label#HolidayLabel' },
      },
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'date',
              type: 'date',
              required: true,
              admin: { width: '50%', date: { pickerAppearance: 'dayOnly', displayFormat: 'd MMM yyyy' } },
            },
            { name: 'name', type: 'text', required: true, maxLength: LONGEST_NAME, admin: { width: '50%' } },
          ],
        },
      ],
    },
    demoField(),
  ],
})
