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
  return pageMetadata({
    site,
    title: site.settings.tagline,
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
