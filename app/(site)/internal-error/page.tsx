import type { Metadata } from 'next'
import { ServerFault } from '@/site/components/not-found'
import { pageMetadata } from '@/site/metadata'
import { loadSite } from '@/site/queries'

export async function generateMetadata(): Promise<Metadata> {
  const site = await loadSite()
  return pageMetadata({ site, title: site.messages.errors.serverTitle, hidden: true })
}

/** What the server answers when a page failed; it renders this at start and holds it in memory. */
export default async function InternalErrorPage() {
  return <ServerFault site={await loadSite()} />
}
