import type { BookingTexts } from '@/site/messages/en-booking'
import { Notice } from '@/ui/notice'
import type { BookingNotice } from '../form/form-state'

type NoticeWords = { title: string; text: string }

/** Why nothing was booked, in words; times that come with it stand among the times. */
export const bookingNotice = (notice: BookingNotice, { notices }: BookingTexts): NoticeWords => ({
  title: notices[`${notice.kind}Title`],
  text: notice.kind === 'limited' ? notices.limited(notice.minutes) : notices[notice.kind],
})

/** Says why a form came back though nothing is wrong with its fields; announced, and the first thing that is read. */
export function ComeBack({ title, text }: NoticeWords) {
  return (
    // Why the form came back must be what is read first.
    <div id="form-notice" role="alert" tabIndex={-1} autoFocus>
      <Notice title={title}>
        <p>{text}</p>
      </Notice>
    </div>
  )
}
