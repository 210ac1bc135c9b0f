import type { CollectionConfig, Field } from 'payload'
import { adminField, leadStaff, nobody } from '@/access/rules'
import { idField } from '@/platform/id'
import { releaseEndpoint } from './release'
import { sendAgainEndpoint, sendAllAgainEndpoint } from './resend'
import { testMailEndpoint } from './test-mail'

const mailbox = (name: string, label: string): Field => ({
  name,
  label,
  type: 'group',
  fields: [
    { name: 'name', type: 'text' },
    { name: 'address', type: 'text' },
  ],
})

/** In characters. Payload's own limit of 40,000 would refuse the HTML of a long message, and of a digest of many. */
const LONGEST_PART = 1_000_000

/**
 * The outbox: one row per mail or webhook call that is owed. Only the deliverer writes here; what is paused it leaves
 * alone until an admin releases it.
 */
export const emails: CollectionConfig = {
  slug: 'emails',
  custom: { ofLead: 'lead' },
  labels: { singular: 'E-mail', plural: 'E-mails' },
  defaultSort: '-createdAt',
  lockDocuments: false,
  admin: {
    group: 'Leads',
    useAsTitle: 'subject',
    defaultColumns: ['subject', 'kind', 'state', 'attempts', 'nextAttemptAt', 'sentAt'],
    listSearchableFields: ['subject', 'key'],
    components: {
      beforeListTable: [
        '/src/mail/components/mail-previews-link#MailPreviewsLink',
        '/src/mail/components/paused-mail#PausedMail',
        '/src/mail/components/send-selected-again#SendSelectedAgain',
      ],
      edit: { beforeDocumentControls: ['/src/mail/components/send-again-button#SendAgainButton'] },
    },
    description: 'Mail that is owed, and what became of it. Failed mail waits for somebody to send it again.',
    pagination: { defaultLimit: 25 },
    hideAPIURL: true,
  },
  access: { read: leadStaff, create: nobody, update: nobody, delete: nobody },
  endpoints: [sendAgainEndpoint, sendAllAgainEndpoint, testMailEndpoint, releaseEndpoint],
  fields: [
    idField(),
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    { name: 'kind', type: 'text', required: true },
    {
      name: 'state',
      type: 'select',
      required: true,
      index: true,
      defaultValue: 'queued',
      options: [
        { value: 'queued', label: 'Queued' },
        { value: 'sending', label: 'Sending' },
        { value: 'sent', label: 'Sent' },
        { value: 'failed', label: 'Failed' },
        { value: 'paused', label: 'Paused' },
        { value: 'late', label: 'Not sent in time' },
      ],
      admin: { position: 'sidebar' },
    },
    { name: 'attempts', type: 'number', defaultValue: 0, required: true, admin: { position: 'sidebar' } },
    {
      name: 'outages',
      label: 'Of these while the server was away',
      type: 'number',
      defaultValue: 0,
      admin: { position: 'sidebar', condition: ({ outages }) => outages > 0 },
    },
    {
      name: 'attemptsBefore',
      label: 'Of these before it was sent again',
      type: 'number',
      defaultValue: 0,
      admin: { position: 'sidebar', condition: ({ attemptsBefore }) => attemptsBefore > 0 },
    },
    { name: 'nextAttemptAt', type: 'date', index: true, admin: { position: 'sidebar' } },
    { name: 'sentAt', type: 'date', admin: { position: 'sidebar' } },
    {
      name: 'notAfter',
      label: 'Of no use after',
      type: 'date',
      admin: { position: 'sidebar', condition: ({ notAfter }) => Boolean(notAfter) },
    },
    {
      name: 'channel',
      type: 'select',
      defaultValue: 'mail',
      options: [
        { value: 'mail', label: 'Mail' },
        { value: 'webhook', label: 'Webhook' },
      ],
      admin: { position: 'sidebar' },
    },
    mailbox('to', 'To'),
    {
      name: 'url',
      label: 'Address of the webhook',
      type: 'text',
      // Addresses of chat rooms let whoever knows them write there.
      access: { read: adminField },
      admin: { condition: ({ channel }) => channel === 'webhook' },
    },
    mailbox('replyTo', 'Answers go to'),
    { name: 'subject', type: 'text', required: true },
    { name: 'text', type: 'textarea', required: true, maxLength: LONGEST_PART },
    { name: 'html', type: 'textarea', maxLength: LONGEST_PART, admin: { hidden: true } },
    // An iCalendar file, and what it asks of the reader's calendar: together they make the mail an invitation.
    { name: 'calendar', type: 'textarea', admin: { hidden: true } },
    { name: 'calendarMethod', type: 'select', options: ['REQUEST', 'CANCEL'], admin: { hidden: true } },
    { name: 'messageId', type: 'text', required: true },
    // RFC 5322, section 3.6.4: what makes mail programs show an answer below what it answers.
    { name: 'inReplyTo', type: 'text', admin: { hidden: true } },
    { name: 'references', type: 'textarea', admin: { hidden: true } },
    {
      name: 'author',
      label: 'Written by',
      type: 'relationship',
      relationTo: 'users',
      admin: { position: 'sidebar', condition: (data) => Boolean(data.author) },
    },
    { name: 'submission', type: 'relationship', relationTo: 'contact-submissions', index: true },
    { name: 'meeting', type: 'relationship', relationTo: 'meetings', index: true },
    { name: 'lead', type: 'relationship', relationTo: 'leads', index: true },
    {
      name: 'tries',
      label: 'Attempts',
      type: 'join',
      collection: 'email-attempts',
      on: 'email',
      defaultSort: '-startedAt',
      admin: { defaultColumns: ['number', 'startedAt', 'outcome', 'reply'], allowCreate: false },
    },
  ],
}

/** Each attempt to send a mail; its unique lease makes one process alone try. */
export const emailAttempts: CollectionConfig = {
  slug: 'email-attempts',
  defaultSort: '-startedAt',
  lockDocuments: false,
  admin: { group: 'Leads', useAsTitle: 'lease', hidden: true },
  access: { read: leadStaff, create: nobody, update: nobody, delete: nobody },
  fields: [
    idField(),
    { name: 'lease', type: 'text', required: true, unique: true, index: true },
    { name: 'email', type: 'relationship', relationTo: 'emails', required: true, index: true },
    { name: 'number', type: 'number', required: true },
    { name: 'startedAt', type: 'date', required: true },
    { name: 'finishedAt', type: 'date' },
    {
      name: 'outcome',
      type: 'select',
      options: [
        { value: 'sent', label: 'Sent' },
        { value: 'deferred', label: 'Put off' },
        { value: 'refused', label: 'Refused' },
        { value: 'error', label: 'Error' },
      ],
    },
    { name: 'reply', label: 'Answer of the server', type: 'textarea' },
  ],
}
