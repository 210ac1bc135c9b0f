import type { BookingTexts } from '@/site/messages/en-booking'
import { Notice } from '@/ui/notice'
import type { BookingNotice } from '../form/form-state'

/** Says why nothing was booked though nothing is wrong with the fields; announced, and the first thing that is read. */
export function ComeBack({ notice, texts: { notices } }: { notice: BookingNotice; texts: BookingTexts }) {
  const text = notice.kind === 'limited' ? notices.limited(notice.minutes) : notices[notice.kind]
  return (
    // Why the form came back must be what is read first.
    <div id="form-notice" role="alert" tabIndex={-1} autoFocus>
      <Notice title={notices[`${notice.kind}Title`]}>
        <p>{text}</p>
      </Notice>
    </div>
  )
}
