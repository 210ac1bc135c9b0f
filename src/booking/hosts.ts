import type { Access, CollectionConfig } from 'payload'
import { type Actor, hasRole, isAdmin, mayServeLeads, ROLES } from '@/access/roles'
import { adminField, admins, nobody } from '@/access/rules'
import { idField } from '@/platform/id'
import { demoField } from '@/site/fields/demo'
import { timeZoneField } from '@/site/fields/time-zone'
import { busyFeedEndpoints } from './busy-feeds/endpoints'
import { hostFeedEndpoints } from './feed/endpoints'
import { hostHoursFields } from './fields/host-hours'
import { keepMetHosts } from './hooks/keep-met-hosts'

const isStaff = (actor: Actor | null | undefined): actor is Actor => hasRole(actor, ...ROLES)

/** Sales sees whom a prospect can meet; everybody else sees and keeps their own hours. */
const salesOrSelf: Access = ({ req: { user } }) => {
  if (mayServeLeads(user)) return true
  return isStaff(user) ? { user: { equals: user.id } } : false
}

const adminOrSelf: Access = ({ req: { user } }) => {
  if (isAdmin(user)) return true
  return isStaff(user) ? { user: { equals: user.id } } : false
}

/** Who can be met, and when. */
export const hosts: CollectionConfig = {
  slug: 'hosts',
  defaultSort: 'name',
  admin: {
    group: 'Meetings',
    useAsTitle: 'name',
    defaultColumns: ['name', 'timeZone', 'active', 'updatedAt'],
    listSearchableFields: ['name'],
    description: 'Colleagues whom prospects can meet, with the hours that each of them keeps.',
    hideAPIURL: true,
  },
  access: { read: salesOrSelf, create: admins, update: adminOrSelf, delete: admins },
  endpoints: [...hostFeedEndpoints, ...busyFeedEndpoints],
  fields: [
    idField(),
    {
      name: 'unfit',
      type: 'ui',
      admin: { components: { Field: '/src/booking/unfit/admin/unfit-meetings#UnfitMeetings' } },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'name',
          type: 'text',
          required: true,
          maxLength: 120,
          admin: { description: 'As prospects see it, on the site and in the invitation.' },
        },
        {
          name: 'user',
          label: 'Account',
          type: 'relationship',
          relationTo: 'users',
          required: true,
          unique: true,
          index: true,
          access: { create: adminField, update: adminField },
          admin: { description: 'Whose hours these are; they may change them.', allowCreate: false, allowEdit: false },
        },
      ],
    },
    timeZoneField({
      required: true,
      description: 'Where you work, such as Asia/Ho_Chi_Minh. Hours, holidays and limits are meant in it.',
    }),
    ...hostHoursFields(),
    {
      name: 'busyFeed',
      label: 'Another calendar',
      type: 'group',
      admin: { description: 'What stands in it is not offered to prospects. They never see it.' },
      fields: [
        {
          name: 'url',
          label: 'Address of the calendar (.ics)',
          type: 'text',
          maxLength: 1000,
          admin: { description: 'The private iCal address that your calendar gives you under “share” or “publish”.' },
        },
        {
          name: 'file',
          label: 'Or the contents of an .ics file',
          type: 'textarea',
          admin: { description: 'Used while no address is given.' },
        },
        {
          name: 'status',
          type: 'ui',
          admin: { components: { Field: '/src/booking/busy-feeds/admin/feed-panel#FeedPanel' } },
        },
      ],
    },
    {
      name: 'ownCalendar',
      type: 'ui',
      admin: { components: { Field: '/src/booking/feed/admin/calendar-panel#CalendarPanel' } },
    },
    {
      name: 'active',
      type: 'checkbox',
      defaultValue: true,
      access: { create: adminField, update: adminField },
      admin: { position: 'sidebar', description: 'Whoever is not active is offered to nobody.' },
    },
    {
      name: 'feedTokenHash',
      type: 'text',
      index: true,
      access: { create: () => false, read: () => false, update: () => false },
      admin: { hidden: true },
    },
    demoField(),
  ],
  hooks: { beforeDelete: [keepMetHosts] },
}

/**
 * What the other calendar of a host said when it was last read. A document of its own: a machine writes it, and would
 * get in the way of the person who changes the hours.
 */
export const busyFeeds: CollectionConfig = {
  slug: 'busy-feeds',
  lockDocuments: false,
  admin: { group: 'Meetings', useAsTitle: 'host', hidden: true },
  access: { read: salesOrSelfOfHost, create: nobody, update: nobody, delete: nobody },
  fields: [
    idField(),
    { name: 'host', type: 'relationship', relationTo: 'hosts', required: true, unique: true, index: true },
    {
      name: 'state',
      type: 'select',
      required: true,
      index: true,
      defaultValue: 'ok',
      options: [
        { value: 'ok', label: 'Read' },
        { value: 'failing', label: 'Failing: the last good copy is used' },
      ],
    },
    { name: 'problem', type: 'text', admin: { description: 'Why it could not be read.' } },
    { name: 'checkedAt', type: 'date', index: true },
    { name: 'goodAt', label: 'Last good copy', type: 'date' },
    // The last good copy: the file, and the times taken by its events, `[{ from, to }]` in epoch milliseconds.
    { name: 'copy', type: 'textarea', access: { read: () => false }, admin: { hidden: true } },
    { name: 'busy', type: 'json', admin: { hidden: true } },
  ],
}

/** The state of a feed is for whoever may see its host. */
function salesOrSelfOfHost({ req: { user } }: Parameters<Access>[0]): ReturnType<Access> {
  if (mayServeLeads(user)) return true
  return isStaff(user) ? { 'host.user': { equals: user.id } } : false
}
