import type { Payload } from 'payload'
import { parseEmailAddress } from '@/forms/email-address'
import type { ContactSubmission, Lead } from '@/payload-types'
import { asCorrected } from '../follow-up/as-corrected'
import { idOf } from '../follow-up/upsert-lead'
import type { ThreadMail } from './thread'

/** So many of a lead's messages can be answered, the latest first, in threads of so many mails in all. */
const MOST_MESSAGES = 50
const MOST_MAILS = 500

const trusted = { depth: 0, overrideAccess: true } as const

/** What a lead can be answered: each message, with the mails that they got about it so far, and where mail reaches them. */
export type Answerable = {
  lead: Lead
  messages: { submission: ContactSubmission; thread: ThreadMail[] }[]
  /** One spelling of each address, the latest message's first. */
  addresses: string[]
}

/** The mails that the sender of each message got about it, the oldest first. One that failed never reached a mail program. */
async function threadsOf(payload: Payload, submissions: string[]): Promise<Map<string, ThreadMail[]>> {
  const { docs } = await payload.find({
    collection: 'emails',
    where: {
      and: [
        { submission: { in: submissions } },
        { kind: { in: ['contact-acknowledgement', 'reply'] } },
        { state: { not_equals: 'failed' } },
      ],
    },
    select: { submission: true, messageId: true, subject: true },
    // Ids are UUIDv7, which begin with the time they were made.
    sort: 'id',
    limit: MOST_MAILS,
    pagination: false,
    joins: false,
    ...trusted,
  })
  const threads = new Map<string, ThreadMail[]>(submissions.map((id) => [id, []]))
  for (const { submission, messageId, subject } of docs) {
    threads.get(submission ? idOf(submission) : '')?.push({ messageId, subject })
  }
  return threads
}

/** The addresses that a person is known by, each once in the spelling that comes first. */
async function addressesOf(payload: Payload, lead: string, submissions: ContactSubmission[]): Promise<string[]> {
  const { docs: points } = await payload.find({
    collection: 'contact-points',
    where: { and: [{ lead: { equals: lead } }, { kind: { equals: 'email' } }] },
    sort: 'id',
    limit: MOST_MESSAGES,
    pagination: false,
    ...trusted,
  })
  const addresses = new Map<string, string>()
  for (const typed of [...submissions.map(({ email }) => email), ...points.map(({ raw }) => raw)]) {
    const read = parseEmailAddress(typed.trim())
    if (read && !addresses.has(read.identity)) addresses.set(read.identity, read.address)
  }
  return [...addresses.values()]
}

/** What of a lead can be answered; undefined when there is no such lead, any more or at all. */
export async function readAnswerable(payload: Payload, id: string): Promise<Answerable | undefined> {
  const where = { id: { equals: id } }
  const { docs } = await payload.find({ collection: 'leads', where, limit: 1, joins: false, ...trusted })
  const [lead] = docs
  if (!lead) return undefined
  const { docs: stored } = await payload.find({
    collection: 'contact-submissions',
    where: { and: [{ lead: { equals: id } }, { state: { in: ['accepted', 'released'] } }] },
    sort: '-receivedAt',
    limit: MOST_MESSAGES,
    pagination: false,
    ...trusted,
  })
  const submissions = stored.map(asCorrected)
  const [threads, addresses] = await Promise.all([
    threadsOf(
      payload,
      submissions.map((submission) => submission.id),
    ),
    addressesOf(payload, id, submissions),
  ])
  const messages = submissions.map((submission) => ({ submission, thread: threads.get(submission.id) ?? [] }))
  return { lead, messages, addresses }
}
