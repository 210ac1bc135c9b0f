import { type Cell, TitleBlock } from '@/ui/title-block'
import type { Site } from '../queries'
import { feedPath, safeHref, telephoneHref } from '../urls'

/** The foot of every page: the title block of the sheet. */
export function Footer({ site, year }: { site: Site; year: number }) {
  const { settings, messages, name } = site
  const { frame } = messages
  const cells: Cell[] = [
    { label: frame.company, value: settings.legalName || name },
    {
      label: frame.hotline,
      value: settings.hotline ? <a href={telephoneHref(settings.hotline)}>{settings.hotline}</a> : undefined,
    },
    {
      label: frame.email,
      value: settings.email ? <a href={`mailto:${settings.email}`}>{settings.email}</a> : undefined,
    },
    {
      label: frame.address,
      value: settings.address ? <address className="not-italic">{settings.address}</address> : undefined,
    },
  ]
  return (
    <footer className="site-footer">
      <div className="frame">
        <TitleBlock cells={cells} />
        <FooterLinks site={site} />
        <p className="label mt-3">
          {frame.copyright(year, settings.legalName || name)}
          {settings.tagline ? ` · ${settings.tagline}` : ''}
        </p>
      </div>
    </footer>
  )
}

function FooterLinks({ site: { navigation, settings, messages } }: { site: Site }) {
  const links = [...(navigation.footer ?? []), ...(settings.social ?? [])].flatMap(({ id, label, url }) => {
    const href = safeHref(url)
    return href ? [{ key: id ?? label, label, href }] : []
  })
  return (
    <nav className="mt-5" aria-label={messages.frame.footerNavigation}>
      <ul className="footer-links">
        {links.map(({ key, label, href }) => (
          <li key={key}>
            <a href={href}>{label}</a>
          </li>
        ))}
        <li>
          <a href={feedPath}>{messages.frame.feed}</a>
        </li>
      </ul>
    </nav>
  )
}
