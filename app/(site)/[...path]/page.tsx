import type { Metadata } from 'next'
import { PageBlocks } from '@/content-pages/components/page-blocks'
import { pageBySlug } from '@/content-pages/queries'
import type { Page } from '@/payload-types'
import { JsonLd } from '@/site/components/json-ld'
import { Missing } from '@/site/components/missing'
import { pageMetadata } from '@/site/metadata'
import { segmentText } from '@/site/params'
import { loadSite } from '@/site/queries'
import { breadcrumbs, organization } from '@/site/structured-data'
import { pagePath } from '@/site/urls'

type Props = { params: Promise<{ path: string[] }> }

/** Everything that no other route takes: pages of the CMS by their slug, then redirects, then the 404. */
export default async function ContentPage({ params }: Props) {
  const { path } = await params
  const page = await pageAt(path)
  if (!page) return <Missing path={`/${path.map(segmentText).join('/')}`} />
  const site = await loadSite()
  const crumbs = [
    { name: site.messages.frame.home, path: pagePath('home') },
    { name: page.title, path: pagePath(page.slug) },
  ]
  return (
    <>
      <JsonLd nodes={[organization(site), breadcrumbs(crumbs)]} />
      <PageBlocks page={page} site={site} />
    </>
  )
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [site, page] = await Promise.all([loadSite(), pageAt((await params).path)])
  if (!page) return pageMetadata({ site, title: site.messages.errors.notFoundTitle, hidden: true })
  return pageMetadata({
    site,
    title: page.title,
    description: leadOf(page),
    path: pagePath(page.slug),
    meta: page.meta,
  })
}

/** The page with this address. The front page has one of its own, `/`, and no second one under its slug. */
async function pageAt(path: string[]): Promise<Page | undefined> {
  const [slug, ...rest] = path
  if (slug === undefined || rest.length > 0 || slug === 'home') return undefined
  return pageBySlug(segmentText(slug))
}

const leadOf = (page: Page) => page.layout.flatMap((block) => (block.blockType === 'hero' ? [block.lead] : []))[0]
