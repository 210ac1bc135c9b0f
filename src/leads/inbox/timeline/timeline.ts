import type { Attribution } from '@/forms/attribution'
import type { ContactSubmission, Email, LeadEvent } from '@/payload-types'
import { withoutQuote } from '../../reply/reply-text'

/** What stands on the timeline of a lead, ready to be shown. Every string is text, also when a visitor typed it. */
export type TimelineEntry = {
  id: string
  /** ISO 8601, UTC. */
  at: string
  kind: LeadEvent['kind'] | 'pages'
  title: string
  text?: string
  /** Whoever of the staff did it. */
  author?: string
  /** The document in the admin that tells more. */
  source?: { collection: 'contact-submissions' | 'emails'; id: string }
}

export type TimelineSources = {
  events: Pick<LeadEvent, 'id' | 'at' | 'kind' | 'text' | 'author' | 'data'>[]
  submissions: Pick<ContactSubmission, 'id' | 'receivedAt' | 'message' | 'attribution'>[]
  emails: Pick<
    Email,
    'id' | 'createdAt' | 'updatedAt' | 'kind' | 'state' | 'sentAt' | 'to' | 'subject' | 'text' | 'author'
  >[]
}

const TITLES: Record<LeadEvent['kind'], string> = {
  note: 'Note',
  call: 'Call',
  status: 'Status',
  mail: 'Mail',
  message: 'Message',
  meeting: 'Meeting',
  change: 'Change',
}

const MAIL_STATES: Record<Email['state'], string> = {
  queued: 'waits to be sent',
  sending: 'is being sent',
  sent: 'sent',
  failed: 'could not be delivered',
  paused: 'is held back',
  late: 'was not sent in time',
}

/** What is known of the pages that somebody read before they wrote; undefined when nothing is. */
export function pagesRead(attribution: Attribution): string | undefined {
  const { landingPage, referrer, source, medium, campaign, article } = attribution
  const named = [source, medium, campaign].filter(Boolean).join(' / ')
  const lines = [
    landingPage && `Began at ${landingPage}`,
    referrer && `Came from ${referrer}`,
    named && `Campaign ${named}`,
    article && `Read the article “${article}”`,
  ].filter(Boolean)
  return lines.length > 0 ? lines.join('\n') : undefined
}

const idOf = (relation: string | { id: string } | null | undefined) =>
  typeof relation === 'object' ? relation?.id : relation

function submissionOf(event: TimelineSources['events'][number]): string | undefined {
  const data = event.data
  return event.kind === 'message' && data && typeof data === 'object' && 'submission' in data
    ? String(data.submission)
    : undefined
}

/**
 * Everything that happened with a lead, the newest first: entries by hand, changes, messages, the pages read before
 * them, and each mail with what became of it. Mails are not copied into the timeline but read where they are, so that
 * it never says other than the outbox.
 * @param names of members of staff, by id
 */
export function timelineOf(
  { events, submissions, emails }: TimelineSources,
  names: Map<string, string>,
): TimelineEntry[] {
  const author = (relation: string | { id: string } | null | undefined) => names.get(idOf(relation) ?? '')
  const messages = new Map(submissions.map((submission) => [submission.id, submission]))
  const happened = events.map((event): TimelineEntry => {
    const entry = { id: event.id, at: event.at, kind: event.kind, author: author(event.author) }
    const message = messages.get(submissionOf(event) ?? '')
    if (!message) return { ...entry, title: TITLES[event.kind], text: event.text }
    const source = { collection: 'contact-submissions' as const, id: message.id }
    return { ...entry, title: `Message: ${event.text}`, text: message.message, source }
  })
  const read = submissions.flatMap(({ id, receivedAt, attribution }): TimelineEntry[] => {
    const text = pagesRead((attribution ?? {}) as Attribution)
    return text ? [{ id: `${id}:pages`, at: receivedAt, kind: 'pages', title: 'Pages read before', text }] : []
  })
  const mails = emails.map((email): TimelineEntry => {
    const { id, kind, state, subject, to } = email
    const at = state === 'failed' ? email.updatedAt : (email.sentAt ?? email.createdAt)
    const title = `${kind === 'reply' ? 'Reply' : 'Mail'} to ${to?.address ?? 'nobody'}, ${MAIL_STATES[state]}`
    const text = kind === 'reply' ? `${subject}\n\n${withoutQuote(email.text)}` : subject
    return { id, at, kind: 'mail', title, text, author: author(email.author), source: { collection: 'emails', id } }
  })
  // Pages come before the message they led to, at the same moment.
  const rank = ({ kind }: TimelineEntry) => (kind === 'pages' ? 1 : 0)
  return [...happened, ...read, ...mails].sort(
    (a, b) => Date.parse(b.at) - Date.parse(a.at) || rank(a) - rank(b) || b.id.localeCompare(a.id),
  )
}
