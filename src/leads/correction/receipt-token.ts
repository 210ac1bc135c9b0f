import { readLink, signLink } from '@/forms/signed-link'
import type { ContactSubmission } from '@/payload-types'
import { env } from '@/platform/env'

/** How long a sender may correct the address. A receipt that is passed on or logged tells nothing afterwards. */
const CORRECTABLE_MS = 30 * 60_000

const PURPOSE = 'receipt'

/** What proves that a visitor is who sent a message; for 30 minutes after it was received. */
export function receiptToken({ id, receivedAt }: Pick<ContactSubmission, 'id' | 'receivedAt'>): string {
  const until = new Date(Date.parse(receivedAt) + CORRECTABLE_MS)
  return signLink(env().PAYLOAD_SECRET, PURPOSE, id, until)
}

/** @returns id of the message whose sender this is; undefined once the time is over, and for what is no token */
export function readReceiptToken(token: string, now: Date): string | undefined {
  const read = readLink(env().PAYLOAD_SECRET, PURPOSE, token, now)
  return read.state === 'valid' ? read.id : undefined
}
