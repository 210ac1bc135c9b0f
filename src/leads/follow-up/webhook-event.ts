import type { ContactSubmission } from '@/payload-types'

/**
 * What a webhook is told of a message: an event as Standard Webhooks shapes them. `text` is what chats show (Slack,
 * Mattermost and others read this name); it holds nothing that a visitor typed, which a chat would take for links.
 */
export function contactEvent(submission: ContactSubmission, adminUrl: string): string {
  const { id, reference, receivedAt, enquiryType, enquiryLabel, locale, attribution } = submission
  const { name, email, company, phone, message } = submission
  return JSON.stringify({
    type: 'contact.received',
    timestamp: receivedAt,
    text: `${enquiryLabel} (${reference}): ${adminUrl}`,
    data: {
      id,
      reference,
      enquiryType,
      enquiryLabel,
      name,
      email,
      company,
      phone,
      message,
      locale,
      attribution,
      adminUrl,
    },
  })
}
