import type { Metadata } from 'next'
import { FrameworkPage } from '@/frameworks/components/framework-page'
import { frameworkBySlug, frameworkList, neighbours, statisticsOf } from '@/frameworks/queries'
import { blocksOf } from '@/rich-text/nodes'
import { JsonLd } from '@/site/components/json-ld'
import { Missing } from '@/site/components/missing'
import { pageMetadata } from '@/site/metadata'
import { segmentText } from '@/site/params'
import { loadSite } from '@/site/queries'
import { breadcrumbs, catalogueEntry, faqPage, organization } from '@/site/structured-data'
import { frameworkPath, frameworksPath, pagePath } from '@/site/urls'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const slug = segmentText((await params).slug)
  const [site, framework] = await Promise.all([loadSite(), frameworkBySlug(slug)])
  if (!framework) return pageMetadata({ site, title: site.messages.errors.notFoundTitle, hidden: true })
  const { name, summary, locale, meta } = framework
  return pageMetadata({ site, title: name, description: summary, path: frameworkPath(framework.slug, locale), meta })
}

export default async function FrameworkRoute({ params }: Props) {
  const slug = segmentText((await params).slug)
  const framework = await frameworkBySlug(slug)
  if (!framework) return <Missing path={frameworkPath(slug)} />
  const [site, statistics, catalogue] = await Promise.all([loadSite(), statisticsOf(framework), frameworkList()])
  const path = frameworkPath(framework.slug, framework.locale)
  const crumbs = [
    { name: site.messages.frame.home, path: pagePath('home') },
    { name: site.messages.frameworks.short, path: frameworksPath() },
  ]
  const questions = blocksOf(framework.content, 'faq').flatMap((block) => block.items ?? [])
  return (
    <>
      <JsonLd
        nodes={[
          catalogueEntry({ ...framework, path }),
          breadcrumbs([...crumbs, { name: framework.name, path }]),
          organization(site),
          ...(questions.length > 0 ? [faqPage(questions)] : []),
        ]}
      />
      <FrameworkPage
        framework={framework}
        statistics={statistics}
        {...neighbours(catalogue, framework)}
        crumbs={crumbs.slice(1)}
        site={site}
      />
    </>
  )
}
