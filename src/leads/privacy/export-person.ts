import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { belongings } from './belongings'
import { findPerson } from './person'

/** All that is kept of a person, by collection. */
export type PersonExport = { exportedAt: string } & Record<string, unknown>

/**
 * Everything that is kept of a person: their leads, addresses, messages as they were sent, timeline, mails with each
 * attempt, and whatever else belongs to a lead. Read with the access of whoever asks.
 * @param lead id of one of their leads
 * @throws NotFound or Forbidden when the lead is not there for them
 */
export async function exportPerson(req: PayloadRequest, lead: string, now = new Date()): Promise<PersonExport> {
  const { payload, user } = req
  const asReader = { depth: 0, overrideAccess: false, user, req } as const
  await payload.findByID({ collection: 'leads', id: lead, ...asReader })
  const exportedAt = now.toISOString()
  const { leads, submissions } = await findPerson(payload, { leads: [lead], marks: [] }, exportedAt)
  const read = async (collection: CollectionSlug, where: Where) => {
    const query = { collection, where, sort: 'createdAt', pagination: false, ...asReader } as const
    return (await payload.find(query)).docs
  }
  // Without what joins a lead: it follows whole.
  const ofLeads = { collection: 'leads', where: { id: { in: leads } }, joins: false, pagination: false } as const
  const result: PersonExport = { exportedAt, leads: (await payload.find({ ...ofLeads, ...asReader })).docs }
  for (const { collection, field } of belongings(payload)) {
    const theirs: Where[] = [{ [field]: { in: leads } }]
    if (collection === 'contact-submissions') theirs.push({ id: { in: submissions } })
    if (collection === 'emails') theirs.push({ submission: { in: submissions } })
    result[collection] = await read(collection, { or: theirs })
  }
  const mails = (result.emails as { id: string }[]).map(({ id }) => id)
  result['email-attempts'] = await read('email-attempts', { email: { in: mails } })
  return result
}
