import type { Payload } from 'payload'
import { insertOnce } from '@/platform/insert-once'

/** Not the name of work that somebody is at, but a mark that all processes see; a probe that is answered removes it. */
const MARK = 'the mail server is away'

/** The date of a lease has to be one, and this is past anything that looks for expired ones. */
const FOR_GOOD = '9999-12-31T00:00:00.000Z'

const where = { name: { equals: MARK } }

/** True from the moment that one process found the mail server away until it is back and what waited is sent. */
export async function isOutage(payload: Payload): Promise<boolean> {
  return (await payload.count({ collection: 'leases', where, overrideAccess: true })).totalDocs > 0
}

export async function noteOutage(payload: Payload): Promise<void> {
  const mark = { name: MARK, holder: 'the deliverers', expiresAt: FOR_GOOD }
  const { inserted } = await insertOnce(payload, 'leases', mark, 'name')
  if (inserted) payload.logger.error({ msg: 'The mail server does not answer: all mail waits for it' })
}

export async function endOutage(payload: Payload): Promise<void> {
  await payload.db.deleteMany({ collection: 'leases', where })
  payload.logger.info({ msg: 'The mail server is back, and what waited for it is sent' })
}
