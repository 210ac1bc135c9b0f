import { ButtonLink } from '@/ui/button'
import { Figure } from '@/ui/figure'
import type { Site } from '../queries'
import { blogPath, frameworksPath, pagePath, telephoneHref } from '../urls'
import { SearchForm } from './search-form'

/** What stands at an address without a page: a search, the main ways on, and the hotline. */
export function NotFound({ site }: { site: Site }) {
  const { errors, articles, frameworks, frame, richText } = site.messages
  return (
    <div className="sheet frame">
      <div className="section page-head">
        <div className="section-margin">
          <p className="label">404</p>
        </div>
        <div className="section-body">
          <h1 className="page-title">{errors.notFoundTitle}</h1>
          <p className="lead">{errors.notFoundText}</p>
          <div className="mt-8">
            <SearchForm messages={site.messages} />
          </div>
          <p className="label mt-8">{errors.tryThese}</p>
          <ul className="footer-links">
            <li>
              <a href={pagePath('home')}>{frame.home}</a>
            </li>
            <li>
              <a href={blogPath()}>{articles.title}</a>
            </li>
            <li>
              <a href={frameworksPath()}>{frameworks.short}</a>
            </li>
            <Hotline site={site} />
          </ul>
          <Figure className="mt-12" label={richText.figure(404)} caption={errors.notFoundFigure}>
            <MissingSheet label={errors.dimension} />
          </Figure>
        </div>
      </div>
    </div>
  )
}

/** Our own fault: said plainly, with the ways to reach us. Rendered ahead and kept in memory, so it needs no database. */
export function ServerFault({ site }: { site: Site }) {
  const { errors, frame } = site.messages
  return (
    <div className="sheet frame">
      <div className="section page-head">
        <div className="section-margin">
          <p className="label">500</p>
        </div>
        <div className="section-body">
          <h1 className="page-title">{errors.serverTitle}</h1>
          <p className="lead">{errors.serverText}</p>
          <ul className="footer-links mt-6">
            <Hotline site={site} />
            {site.settings.email ? (
              <li>
                <a href={`mailto:${site.settings.email}`}>{site.settings.email}</a>
              </li>
            ) : null}
          </ul>
          <div className="actions">
            <ButtonLink href={pagePath('home')}>{frame.home}</ButtonLink>
          </div>
        </div>
      </div>
    </div>
  )
}

function Hotline({ site: { settings, messages } }: { site: Site }) {
  if (!settings.hotline) return null
  return (
    <li>
      <a href={telephoneHref(settings.hotline)}>{messages.frame.callNumber(settings.hotline)}</a>
    </li>
  )
}

/** A sheet that is not there: dashed, with its dimensions. */
function MissingSheet({ label }: { label: string }) {
  return (
    <svg className="drawing" viewBox="0 0 400 230" aria-hidden="true">
      <rect className="drawing-axis" x="60" y="10" width="280" height="170" fill="none" strokeDasharray="8 6" />
      <path className="drawing-line" d="M60 10 340 180M340 10 60 180" strokeDasharray="2 4" />
      <path className="drawing-shape" d="M60 204H340M60 196v16M340 196v16M68 200l-8 4 8 4M332 200l8 4-8 4" />
      <text className="drawing-note" x="200" y="224" textAnchor="middle">
        {label}
      </text>
    </svg>
  )
}
