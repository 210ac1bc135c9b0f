import type { Payload, Where } from 'payload'
import { v5 } from 'uuid'
import type { Attribution } from '@/forms/attribution'
import { parseEmailAddress } from '@/forms/email-address'
import { toE164 } from '@/forms/phone-number'
import type { ContactSubmission, Lead } from '@/payload-types'
import { inTurn } from '@/platform/in-turn'
import { insertOnce } from '@/platform/insert-once'

const trusted = { depth: 0, overrideAccess: true, disableTransaction: true } as const

/** The id of something that a submission makes at most once, however often that is tried. */
export const derivedId = (submission: string, what: string) => v5(what, submission)

export const idOf = (relation: string | { id: string }) => (typeof relation === 'string' ? relation : relation.id)

async function ownerOf(payload: Payload, value: string): Promise<string | undefined> {
  const { docs } = await payload.find({
    collection: 'contact-points',
    where: { value: { equals: value } },
    limit: 1,
    pagination: false,
    ...trusted,
  })
  return docs[0] && idOf(docs[0].lead)
}

/** A lead who called before, and of whom no e-mail address is known. One with another address is another person. */
async function callerOf(payload: Payload, phone: string | undefined): Promise<string | undefined> {
  const lead = phone && (await ownerOf(payload, phone))
  if (!lead) return undefined
  const where: Where = { and: [{ lead: { equals: lead } }, { kind: { equals: 'email' } }] }
  const { totalDocs } = await payload.count({ collection: 'contact-points', where, overrideAccess: true })
  return totalDocs === 0 ? lead : undefined
}

/** Somebody who turned to us, by a message or a meeting of that id. */
export type Caller = Pick<
  ContactSubmission,
  'id' | 'name' | 'email' | 'company' | 'phone' | 'locale' | 'attribution'
> & {
  /** When they did, as ISO 8601. */
  receivedAt: string
  timeZone?: string
}

const touchOf = ({ attribution, receivedAt }: Caller) => ({
  ...(attribution as Attribution | null),
  at: new Date(receivedAt).toISOString(),
})

/** A lead made from a message or a meeting; made again, it is the same one. */
async function createLead(payload: Payload, submission: Caller): Promise<string> {
  const { name, company, locale, timeZone } = submission
  const touch = touchOf(submission)
  const id = derivedId(submission.id, 'lead')
  const lead = { id, name, company, locale, timeZone, status: 'new' as const, firstTouch: touch, lastTouch: touch }
  await insertOnce(payload, 'leads', lead, 'id')
  return id
}

/**
 * The lead whose address this is, made if there is none. The unique index on contact points decides between processes
 * that make one at the same moment; whoever comes second takes its own lead back.
 */
async function leadOfAddress(payload: Payload, submission: Caller, phone: string | undefined): Promise<string> {
  const value = parseEmailAddress(submission.email)?.identity ?? submission.email.toLowerCase()
  const known = await ownerOf(payload, value)
  if (known) return known

  const caller = await callerOf(payload, phone)
  const lead = caller ?? (await createLead(payload, submission))
  const point = { kind: 'email' as const, raw: submission.email, value, lead }
  const { document } = await insertOnce(payload, 'contact-points', point, 'value')
  const owner = idOf(document.lead)
  if (owner !== lead && !caller) await payload.delete({ collection: 'leads', id: lead, ...trusted })
  return owner
}

/**
 * What a message adds to a lead: what was empty, and its last touch. Nothing that stands there is overwritten, since
 * whoever knows an address can write in its owner's name.
 */
function additions(lead: Lead, submission: Caller): Partial<Lead> {
  const touch = touchOf(submission)
  const last = lead.lastTouch?.at
  return {
    ...(!lead.company && submission.company ? { company: submission.company } : {}),
    ...(!lead.locale ? { locale: submission.locale } : {}),
    ...(!lead.timeZone && submission.timeZone ? { timeZone: submission.timeZone } : {}),
    ...(!last || Date.parse(touch.at) >= Date.parse(last) ? { lastTouch: touch } : {}),
  }
}

/**
 * Finds or makes the lead of a message or a meeting, by its e-mail address, and adds what that tells of them.
 * @param phoneCountry ISO 3166 code for phone numbers written without a country
 * @returns the lead's id
 */
export async function upsertLead(payload: Payload, submission: Caller, phoneCountry?: string | null): Promise<string> {
  const phone = submission.phone ? toE164(submission.phone, phoneCountry) : undefined
  const id = await inTurn(`lead of ${submission.email.toLowerCase()}`, () => leadOfAddress(payload, submission, phone))
  if (phone) {
    const point = { kind: 'phone' as const, raw: submission.phone ?? phone, value: phone, lead: id }
    await insertOnce(payload, 'contact-points', point, 'value')
  }
  await inTurn(`lead ${id}`, async () => {
    const lead = await payload.findByID({ collection: 'leads', id, joins: false, ...trusted })
    await payload.update({ collection: 'leads', id, data: additions(lead, submission), ...trusted })
  })
  return id
}
