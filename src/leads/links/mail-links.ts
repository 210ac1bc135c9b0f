import type { Payload, Where } from 'payload'
import { readLink } from '@/forms/signed-link'
import type { ContactSubmission, Lead } from '@/payload-types'
import { env } from '@/platform/env'
import { insertOnce } from '@/platform/insert-once'
import { releaseSubmission } from '../abuse/release'
import { derivedId, idOf } from '../follow-up/upsert-lead'
import type { MailLink } from './mail-link-url'

/** `ready`: waits for the click. `done`: somebody was there before. `void`: there is nothing to do it to any more. */
export type LinkState = 'ready' | 'done' | 'void'

export type OpenedLink =
  | { state: 'expired' | 'broken' }
  | { state: LinkState; submission: ContactSubmission }
  | { state: 'void'; submission?: undefined }

const trusted = { depth: 0, overrideAccess: true } as const

const byId = (id: string) => ({ where: { id: { equals: id } }, limit: 1, pagination: false, ...trusted }) as const

async function leadOf(payload: Payload, { lead }: ContactSubmission): Promise<Lead | undefined> {
  return lead ? (await payload.find({ collection: 'leads', joins: false, ...byId(idOf(lead)) })).docs[0] : undefined
}

const STATES: Record<MailLink, (payload: Payload, submission: ContactSubmission) => Promise<LinkState>> = {
  // What a colleague marked as spam is not released past them.
  release: async (_, { state }) => (state === 'held' ? 'ready' : state === 'spam' ? 'void' : 'done'),
  answered: async (payload, submission) => {
    const lead = await leadOf(payload, submission)
    if (!lead) return 'void'
    return lead.status === 'new' ? 'ready' : 'done'
  },
}

/** Notes on the timeline that the lead was answered, and takes it out of the new ones. */
async function markAnswered(payload: Payload, submission: ContactSubmission): Promise<void> {
  const lead = await leadOf(payload, submission)
  if (!lead) return
  const at = new Date().toISOString()
  const text = `Answered elsewhere (${submission.reference})`
  const event = { id: derivedId(submission.id, 'answered'), lead: lead.id, kind: 'mail' as const, text, at }
  await insertOnce(payload, 'lead-events', event, 'id')
  const where: Where = { and: [{ id: { equals: lead.id } }, { status: { equals: 'new' } }] }
  await payload.update({ collection: 'leads', where, data: { status: 'contacted' }, ...trusted })
}

const ACTS: Record<MailLink, (payload: Payload, submission: ContactSubmission) => Promise<unknown>> = {
  release: (payload, { id }) => releaseSubmission(payload, id, { name: 'a link in the digest' }),
  answered: markAnswered,
}

/** What a link would do, and to what. It changes nothing. */
export async function openMailLink(
  payload: Payload,
  name: MailLink,
  token: string,
  now = new Date(),
): Promise<OpenedLink> {
  const read = readLink(env().PAYLOAD_SECRET, name, token, now)
  if (read.state !== 'valid') return read
  const [submission] = (await payload.find({ collection: 'contact-submissions', ...byId(read.id) })).docs
  if (!submission) return { state: 'void' }
  return { state: await STATES[name](payload, submission), submission }
}

/** Does what a link is for, if it is still to be done: following it twice is harmless. */
export async function followMailLink(payload: Payload, name: MailLink, token: string, now = new Date()): Promise<void> {
  const opened = await openMailLink(payload, name, token, now)
  if (opened.state === 'ready') await ACTS[name](payload, opened.submission)
}
