import type { ReactNode } from 'react'
import { env, isStaging } from '@/platform/env'
import { renderContext } from '@/platform/render-context'
import { BookingWidget } from '@/site/components/booking-widget'
import { Dock } from '@/site/components/dock'
import { Enhancement } from '@/site/components/enhancement'
import { Footer } from '@/site/components/footer'
import { Header } from '@/site/components/header'
import { loadSite } from '@/site/queries'
import { accentStylesPath } from '@/site/urls'
import { accentPair } from '@/ui/accent'
import { fontVariables } from '@/ui/fonts'
import '@/ui/styles/site.css'

/** The page server keeps what was rendered, and knows when it changes; Next's own page cache does not. */
export const dynamic = 'force-dynamic'

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const site = await loadSite()
  const accent = site.settings.accent ?? ''
  const isPreview = renderContext()?.preview ?? false
  return (
    // The theme's script may have set its attribute before React reads the document, where React runs at all.
    <html lang={site.locale} className={fontVariables} suppressHydrationWarning>
      <head>
        <Enhancement name="theme-toggle" beforePaint />
        <Enhancement name="attribution" />
        {accentPair(accent) ? <link rel="stylesheet" href={accentStylesPath(accent)} /> : null}
        {isStaging(env()) ? <p className="staging-note">{site.messages.staging.banner}</p> : null}
        {isPreview ? <Enhancement name="live-preview" /> : null}
      </head>
      <body>
        <a className="skip-link" href="#content">
          {site.messages.frame.skipToContent}
        </a>
        {isPreview ? <p className="preview-note">{site.messages.frame.draft}</p> : null}
        <Header site={site} />
        <main id="content" tabIndex={-1}>
          {children}
        </main>
        <Footer site={site} year={new Date().getFullYear()} />
        <Dock site={site} />
        <BookingWidget site={site} />
      </body>
    </html>
  )
}
