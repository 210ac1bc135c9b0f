import type { Payload } from 'payload'
import { env } from '@/platform/env'
import type { Mailbox } from './transport'

/** Whose name stands on our mail: the sender of the settings, or the site itself while there is none. */
export async function sender(payload: Payload): Promise<Mailbox> {
  const settings = await payload.findGlobal({ slug: 'settings', depth: 0 })
  return {
    name: settings.senderName || settings.companyName || '',
    address: settings.senderAddress || `no-reply@${new URL(env().SITE_URL).hostname}`,
  }
}
