import { APIError, type CollectionBeforeChangeHook, type Payload, type Where } from 'payload'
import type { Lead, LeadEvent } from '@/payload-types'
import { updateOnlyWhere } from '@/platform/conditional-updates'
import { zoneOrUtc } from '@/platform/time-zone'
import { formatMoment } from '@/site/dates'
import { leadChanges } from './lead-changes'
import { staffNames } from './lead-words'

/** Changes that are named at most, and how often their entries are waited for: they follow the change they tell of. */
const MOST_NAMED = 3
const LOOKS = 5
const PAUSE_MS = 100

/** The lead as it was read; one that was stored before there were revisions has none. */
export const revisionIs = (revision: number): Where =>
  revision === 0
    ? { or: [{ revision: { equals: 0 } }, { revision: { exists: false } }] }
    : { revision: { equals: revision } }

const isNewer = ({ data }: LeadEvent, revision: number) =>
  data !== null && typeof data === 'object' && 'revision' in data && Number(data.revision) > revision

async function changesSince(payload: Payload, lead: string, revision: number): Promise<LeadEvent[]> {
  for (let look = 1; ; look++) {
    const { docs } = await payload.find({
      collection: 'lead-events',
      where: { and: [{ lead: { equals: lead } }, { kind: { in: ['status', 'change'] } }] },
      sort: '-at',
      limit: 50,
      pagination: false,
      depth: 0,
      overrideAccess: true,
    })
    const newer = docs.filter((event) => isNewer(event, revision))
    if (newer.length > 0 || look === LOOKS) return newer
    await new Promise((done) => setTimeout(done, PAUSE_MS))
  }
}

/** A refusal (409) that names who changed what and when since a revision. */
async function conflict(payload: Payload, lead: string, revision: number): Promise<Error> {
  const [changes, { timeZone }] = await Promise.all([
    changesSince(payload, lead, revision),
    payload.findGlobal({ slug: 'settings', depth: 0 }),
  ])
  const named = changes.slice(0, MOST_NAMED)
  const idOf = ({ author }: LeadEvent) => (typeof author === 'object' ? author?.id : author)
  const names = await staffNames(payload, named.map(idOf))
  const told = named.map((change) => {
    const who = names.get(idOf(change) ?? '') ?? 'The site'
    return `${who}, ${formatMoment(change.at, 'en', zoneOrUtc(timeZone))}: ${change.text}.`
  })
  const what = told.length > 0 ? told.join(' ') : 'A colleague changed it a moment ago.'
  const message = `Not saved: this lead was changed while you were writing. ${what} What you typed is still on this page.`
  return new APIError(message, 409, undefined, true)
}

/**
 * Refuses a save by somebody who has not seen the last change (optimistic locking). A form sends the revision it was
 * opened with; what changes one field in a list sends none, and goes by the one that is stored. Either is written only
 * if nobody else wrote in between. Payload's locks stand before this, but anybody may take a document over.
 */
export const refuseStaleSave: CollectionBeforeChangeHook<Lead> = async ({ data, operation, originalDoc, req }) => {
  if (operation === 'create' || !originalDoc) return { ...data, revision: 0 }
  const { id } = originalDoc
  if (originalDoc.mergedInto) throw new APIError('Not saved: this lead was merged into another.', 409, undefined, true)
  const stored = originalDoc.revision ?? 0
  const known = data.revision ?? stored
  if (known !== stored) throw await conflict(req.payload, id, known)
  updateOnlyWhere(req, 'leads', id, {
    where: revisionIs(stored),
    refuse: () => conflict(req.payload, id, stored),
  })
  const isChanged = leadChanges(originalDoc, { ...originalDoc, ...data }).length > 0
  return { ...data, revision: isChanged ? stored + 1 : stored }
}
