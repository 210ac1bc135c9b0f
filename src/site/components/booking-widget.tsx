import { ButtonLink } from '@/ui/button'
import type { Site } from '../queries'
import { bookPath } from '../urls'
import { Enhancement } from './enhancement'

/**
 * The way to a meeting that floats beside what is read. Its script opens the booking pages in a dialog; without it, this
 * is a link to them.
 */
export function BookingWidget({ site: { messages } }: { site: Site }) {
  return (
    // The dock has the same name: no screen shows both.
    <nav className="booking-widget" aria-label={messages.frame.quickContact}>
      <Enhancement name="booking-dialog" />
      <ButtonLink href={bookPath()} data-booking-dialog={messages.booking.close}>
        {messages.frame.bookMeeting}
      </ButtonLink>
    </nav>
  )
}
