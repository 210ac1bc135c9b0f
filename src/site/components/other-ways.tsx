import type { Site } from '../queries'
import { telephoneHref } from '../urls'

/** The hotline and the mailbox, for those whom a form did not help. */
export function OtherWays({ site: { settings, messages } }: { site: Site }) {
  const { hotline, email } = settings
  if (!hotline && !email) return null
  return (
    <div>
      <h2 className="notice-title">{messages.contact.otherWays}</h2>
      <ul className="footer-links">
        {hotline ? (
          <li>
            <a href={telephoneHref(hotline)}>{messages.frame.callNumber(hotline)}</a>
          </li>
        ) : null}
        {email ? (
          <li>
            <a href={`mailto:${email}`}>{email}</a>
          </li>
        ) : null}
      </ul>
    </div>
  )
}
