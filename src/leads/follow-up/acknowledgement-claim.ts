import { createHmac } from 'node:crypto'
import type { Payload } from 'payload'
import { insertOnce } from '@/platform/insert-once'

/** Whoever writes in somebody else's name gets them one mail in this time, and not one a message. */
const CLAIM_MS = 3_600_000

/** A mark that stays: the date has to be one, and this is past anything that looks for expired ones. */
const FOR_GOOD = '9999-12-31T00:00:00.000Z'

const DOTLESS_DOMAINS = ['gmail.com', 'googlemail.com']

/**
 * Where the mail of an address ends up: `ann+shop@example.com` is a spelling of `ann@example.com` (RFC 5233), as is one
 * with dots at Gmail. Only to count by: people are recognised, and written to, by what they typed.
 * @param identity the address in lower case
 */
export function mailboxOf(identity: string): string {
  const at = identity.lastIndexOf('@')
  const domain = identity.slice(at + 1)
  const name = identity.slice(0, at)
  const untagged = name.split('+', 1)[0] || name
  return DOTLESS_DOMAINS.includes(domain) ? `${untagged.replaceAll('.', '')}@gmail.com` : `${untagged}@${domain}`
}

/** Names of leases outlive what people may have deleted, so the name tells nobody's address. */
const claimName = (secret: string, identity: string) =>
  `acknowledgement:${createHmac('sha256', secret)
    .update(`acknowledgement ${mailboxOf(identity)}`)
    .digest('hex')}`

/**
 * Claims the one acknowledgement that an address may get in an hour, in all processes: the unique name of the lease
 * decides. The message that holds the claim stays entitled, so that a crash after it is made good; its hour begins anew,
 * since the mail is only written now.
 * @param identity the address in lower case
 * @returns whether this message is the one that is acknowledged
 */
export async function claimAcknowledgement(
  payload: Payload,
  { secret, identity, submission }: { secret: string; identity: string; submission: string },
  now = new Date(),
): Promise<boolean> {
  const name = claimName(secret, identity)
  const expiresAt = new Date(now.getTime() + CLAIM_MS).toISOString()
  await payload.db.deleteMany({
    collection: 'leases',
    where: { and: [{ name: { equals: name } }, { expiresAt: { less_than_equal: now.toISOString() } }] },
  })
  const claim = { name, holder: submission, expiresAt }
  const { document, inserted } = await insertOnce(payload, 'leases', claim, 'name')
  if (inserted) return true
  if (document.holder !== submission) return false
  await payload.update({
    collection: 'leases',
    where: { and: [{ name: { equals: name } }, { holder: { equals: submission } }] },
    data: { expiresAt },
    depth: 0,
    overrideAccess: true,
    disableTransaction: true,
  })
  return true
}

const withheldName = (submission: string) => `acknowledgement withheld:${submission}`

/**
 * Notes that a message gets no acknowledgement, now or later. It is a lease that never ends, and not an entry on the
 * lead's timeline: that goes when the lead is deleted, and the sweeper would take the message up again.
 */
export async function withholdAcknowledgement(payload: Payload, submission: string): Promise<void> {
  const mark = { name: withheldName(submission), holder: submission, expiresAt: FOR_GOOD }
  await insertOnce(payload, 'leases', mark, 'name')
}

/** @returns those of the messages that were noted to get no acknowledgement */
export async function withheldAmong(payload: Payload, submissions: string[]): Promise<Set<string>> {
  const { docs } = await payload.find({
    collection: 'leases',
    where: { name: { in: submissions.map(withheldName) } },
    select: { holder: true },
    pagination: false,
    limit: 0,
    depth: 0,
    overrideAccess: true,
  })
  return new Set(docs.map(({ holder }) => holder))
}
