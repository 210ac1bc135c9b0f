import type { Payload } from 'payload'
import type { EmailAddress } from '@/forms/email-address'
import { insertOnce } from '@/platform/insert-once'
import { survivorOf } from '../merge/survivor'

/** Adds an address to a lead, so that what comes from it finds that lead. One that is another's already stays theirs. */
export async function addAddress(payload: Payload, lead: string, { address, identity }: EmailAddress): Promise<void> {
  const point = { kind: 'email' as const, raw: address, value: identity, lead: await survivorOf(payload, lead) }
  await insertOnce(payload, 'contact-points', point, 'value')
}
