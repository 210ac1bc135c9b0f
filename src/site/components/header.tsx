import { isPopulated } from '@/platform/relations'
import { ButtonLink } from '@/ui/button'
import { SearchIcon } from '@/ui/icons'
import { Sign } from '@/ui/sign'
import type { Site } from '../queries'
import { bookPath, pagePath, safeHref, searchPath } from '../urls'

/** The head of every page. It does not stick, so it never covers what has the focus. */
export function Header({ site }: { site: Site }) {
  const { messages, navigation } = site
  const links = (navigation.header ?? []).flatMap(({ id, label, url }) => {
    const href = safeHref(url)
    return href ? [{ key: id ?? label, label, href }] : []
  })
  return (
    <header className="site-header">
      <div className="frame">
        <Wordmark site={site} />
        <nav className="site-nav" aria-label={messages.frame.mainNavigation}>
          <ul>
            {links.map(({ key, label, href }) => (
              <li key={key}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="site-tools">
          <a className="icon-button" href={searchPath()} aria-label={messages.frame.searchLink}>
            <SearchIcon />
          </a>
          <theme-toggle data-dark={messages.frame.switchToDark} data-light={messages.frame.switchToLight} />
        </div>
        <ButtonLink className="header-action" href={bookPath()} data-booking-dialog={messages.booking.close}>
          {messages.frame.bookMeeting}
        </ButtonLink>
      </div>
    </header>
  )
}

function Wordmark({ site: { settings, name, messages } }: { site: Site }) {
  const logo = isPopulated(settings.logo) ? settings.logo : undefined
  return (
    <a className="wordmark" href={pagePath('home')}>
      {logo?.url ? (
        <img
          src={logo.url}
          width={logo.width ?? undefined}
          height={logo.height ?? undefined}
          alt={name || messages.frame.home}
        />
      ) : (
        <>
          <Sign className="wordmark-sign" />
          {name || messages.frame.home}
        </>
      )}
    </a>
  )
}
