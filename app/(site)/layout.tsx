import type { ReactNode } from 'react'
import { Dock } from '@/site/components/dock'
import { Footer } from '@/site/components/footer'
import { Header } from '@/site/components/header'
import { loadSite } from '@/site/queries'
import { fontVariables } from '@/ui/fonts'
import '@/ui/styles/site.css'

/** The page server keeps what was rendered, and knows when it changes; Next's own page cache does not. */
export const dynamic = 'force-dynamic'

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const site = await loadSite()
  return (
    <html lang={site.locale} className={fontVariables}>
      <body>
        <a className="skip-link" href="#content">
          {site.messages.frame.skipToContent}
        </a>
        <Header site={site} />
        <main id="content" tabIndex={-1}>
          {children}
        </main>
        <Footer site={site} year={new Date().getFullYear()} />
        <Dock site={site} />
      </body>
    </html>
  )
}
