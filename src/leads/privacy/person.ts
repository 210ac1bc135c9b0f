import type { Payload, Where } from 'payload'
import { parseEmailAddress } from '@/forms/email-address'
import { env } from '@/platform/env'
import { every } from '../every'
import { idOf } from '../follow-up/upsert-lead'
import { addressMark } from './address-mark'
import type { Erasure } from './erasure-journal'

/** Everything of a person that other documents refer to. */
export type Person = {
  leads: string[]
  contactPoints: string[]
  submissions: string[]
  /** Marks of their addresses and numbers. */
  marks: string[]
}

/** Leads, and those that were merged into them, to any depth. */
export async function withMerged(payload: Payload, leads: string[]): Promise<string[]> {
  const found = new Set(leads)
  let last = leads
  while (last.length > 0) {
    const merged: string[] = []
    for await (const { id } of every(payload, 'leads', { mergedInto: { in: last } }, { name: true })) {
      if (!found.has(id)) merged.push(id)
    }
    for (const id of merged) found.add(id)
    last = merged
  }
  return [...found]
}

const emailMark = (email: string) =>
  addressMark(env().PAYLOAD_SECRET, parseEmailAddress(email)?.identity ?? email.toLowerCase())

/**
 * Finds a person by leads and by marks of their addresses: their contact points, and the messages that are with one of
 * the leads or came from one of the addresses, held ones without a lead too. A message is not found by a phone number,
 * which a company shares.
 * @param before only what came until then (ISO 8601)
 */
export async function findPerson(
  payload: Payload,
  known: Pick<Erasure, 'leads' | 'marks'>,
  before: string,
): Promise<Person> {
  const leads = new Set(await withMerged(payload, known.leads))
  const marks = new Set(known.marks)
  const contactPoints: string[] = []
  const alsoTheirs = new Map<string, number>()
  const created: Where = { createdAt: { less_than_equal: before } }
  const points = { value: true, lead: true } as const
  for await (const { id, lead, value } of every(
    payload,
    'contact-points',
    { or: [created, { lead: { in: [...leads] } }] },
    points,
  )) {
    const mark = value && addressMark(env().PAYLOAD_SECRET, value)
    const isTheirs = leads.has(idOf(lead))
    if (!isTheirs && !(mark && marks.has(mark))) continue
    contactPoints.push(id)
    if (mark) marks.add(mark)
    if (!isTheirs) alsoTheirs.set(idOf(lead), (alsoTheirs.get(idOf(lead)) ?? 0) + 1)
  }
  // An old backup may know the person as another lead: it is theirs if it has no address but theirs.
  for (const [lead, points] of alsoTheirs) {
    const { totalDocs } = await payload.count({ collection: 'contact-points', where: { lead: { equals: lead } } })
    if (totalDocs === points) leads.add(lead)
  }
  const submissions: string[] = []
  const received: Where = { receivedAt: { less_than_equal: before } }
  for await (const { id, email, lead } of every(payload, 'contact-submissions', received, {
    email: true,
    lead: true,
  })) {
    if ((lead && leads.has(idOf(lead))) || marks.has(emailMark(email))) submissions.push(id)
  }
  return { leads: [...leads], contactPoints, submissions, marks: [...marks] }
}
