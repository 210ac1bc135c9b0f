import type { Site } from '../queries'
import { bookPath, telephoneHref } from '../urls'

/** The hotline and the meeting at a thumb's reach on phones; the style sheet hides it everywhere else. */
export function Dock({ site: { settings, messages } }: { site: Site }) {
  return (
    <nav className="dock" aria-label={messages.frame.quickContact}>
      {settings.hotline ? (
        <a href={telephoneHref(settings.hotline)}>
          {messages.frame.call}
          <span className="sr-only"> {settings.hotline}</span>
        </a>
      ) : null}
      <a className="dock-main" href={bookPath()} data-booking-dialog={messages.booking.close}>
        {messages.frame.bookMeeting}
      </a>
    </nav>
  )
}
