import type { Metadata } from 'next'
import { PageBlocks } from '@/content-pages/components/page-blocks'
import { pageBySlug } from '@/content-pages/queries'
import { JsonLd } from '@/site/components/json-ld'
import { Missing } from '@/site/components/missing'
import { pageMetadata } from '@/site/metadata'
import { loadSite } from '@/site/queries'
import { organization, website } from '@/site/structured-data'
import { pagePath } from '@/site/urls'

const HOME = 'home'

export async function generateMetadata(): Promise<Metadata> {
  const [site, page] = await Promise.all([loadSite(), pageBySlug(HOME)])
  // The company's name is the title of its front page; what an editor wrote for search engines goes before it.
  return pageMetadata({
    site,
    description: site.settings.tagline,
    path: pagePath(HOME),
    meta: page?.meta,
    hidden: !page,
  })
}

export default async function HomePage() {
  const [site, page] = await Promise.all([loadSite(), pageBySlug(HOME)])
  if (!page) return <Missing path={pagePath(HOME)} />
  return (
    <>
      <JsonLd nodes={[organization(site), website(site)]} />
      <PageBlocks page={page} site={site} />
    </>
  )
}
