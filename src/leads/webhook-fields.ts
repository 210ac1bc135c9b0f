import type { Field } from 'payload'
import { adminField } from '@/access/rules'
import { isWebhookSecret, newWebhookSecret } from '@/mail/webhook-signature'
import { addressProblem } from '@/platform/guarded-fetch'

/** The addresses of chats let whoever knows them write there, so admins alone read this. */
const access = { read: adminField, update: adminField }

/** Where new messages are sent besides the mails. Not a group: Payload fails when somebody sends null for one. */
export const webhookFields: Field[] = [
  {
    name: 'webhookUrl',
    label: 'Webhook',
    type: 'text',
    access,
    admin: { description: 'Every message is sent there too, for a chat or a CRM. It must be on the public internet.' },
    validate: async (value: unknown) => !value || ((await addressProblem(String(value))) ?? true),
  },
  {
    name: 'webhookSecret',
    label: 'Secret of the webhook',
    type: 'text',
    access,
    admin: {
      condition: ({ webhookUrl }) => Boolean(webhookUrl),
      description:
        'Signs what is sent (Standard Webhooks: webhook-id, webhook-timestamp, webhook-signature). Made when you save.',
    },
    validate: (value: unknown) =>
      !value || isWebhookSecret(String(value)) || 'whsec_ and 24 to 64 bytes in base64. Empty it to have one made.',
    hooks: {
      beforeValidate: [
        ({ data, originalDoc, value }) => {
          // Null takes the address out; what is left out of a request stays.
          const url = data?.webhookUrl === undefined ? originalDoc?.webhookUrl : data.webhookUrl
          return value || (url ? newWebhookSecret() : value)
        },
      ],
    },
  },
]
