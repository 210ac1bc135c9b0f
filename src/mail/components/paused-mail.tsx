import { Link } from '@payloadcms/ui'
import type { ListViewServerProps } from 'payload'
import { isAdmin } from '@/access/roles'
import { listUrl } from '@/ui/admin/list-url'
import { pausedMails } from '../queries'
import { ReleaseButtons } from './release-buttons'

/** Above the list of e-mails, for admins while mail is paused: the way to it, and the buttons that let it go. */
export async function PausedMail({ payload, user }: Pick<ListViewServerProps, 'payload' | 'user'>) {
  if (!isAdmin(user)) return null
  const paused = await pausedMails(payload)
  if (paused === 0) return null
  return (
    <section aria-label="Paused mail" className="paused-mail">
      <p>
        <Link href={listUrl('emails', [{ field: 'state', value: 'paused' }])}>
          Paused: <strong>{paused}</strong>
        </Link>
        . Nothing of it is sent until you release it.
      </p>
      <ReleaseButtons />
    </section>
  )
}
