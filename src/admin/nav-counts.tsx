import type { ServerProps } from 'payload'
import { mayServeLeads } from '@/access/roles'
import { heldMessages } from '@/leads/queries'
import { mailStatus } from '@/mail/queries'
import { NavCount } from './nav-count'

/**
 * Beside the lists in the navigation: how many mails failed or wait for a server that is away, and how many messages are
 * held. Nothing where none is.
 */
export async function NavCounts({ payload, user }: Pick<ServerProps, 'payload' | 'user'>) {
  if (!mayServeLeads(user)) return null
  const [{ failed, waiting, isServerAway }, held] = await Promise.all([mailStatus(payload), heldMessages(payload)])
  const undelivered = failed + (isServerAway ? waiting : 0)
  return (
    <>
      {undelivered > 0 && (
        <NavCount collection="emails" count={undelivered} what={isServerAway ? 'not delivered' : 'failed'} />
      )}
      {held > 0 && <NavCount collection="contact-submissions" count={held} what="held" />}
    </>
  )
}
