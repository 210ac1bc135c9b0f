import type { Metadata } from 'next'
import { FrameworkComparison } from '@/frameworks/components/framework-comparison'
import { FrameworkIndex } from '@/frameworks/components/framework-index'
import { frameworkList, statisticCounts } from '@/frameworks/queries'
import { Breadcrumbs } from '@/site/components/breadcrumbs'
import { JsonLd } from '@/site/components/json-ld'
import { NextStep } from '@/site/components/next-step'
import { PageHead } from '@/site/components/page-head'
import { pageMetadata } from '@/site/metadata'
import { loadSite } from '@/site/queries'
import { breadcrumbs, itemList } from '@/site/structured-data'
import { frameworkPath, frameworksPath, pagePath } from '@/site/urls'
import { Section } from '@/ui/section'

export async function generateMetadata(): Promise<Metadata> {
  const site = await loadSite()
  const { title, description } = site.messages.frameworks
  return pageMetadata({ site, title, description, path: frameworksPath() })
}

export default async function FrameworksPage() {
  const [site, frameworks, figureCounts] = await Promise.all([loadSite(), frameworkList(), statisticCounts()])
  const { messages } = site
  const crumbs = [
    { name: messages.frame.home, path: pagePath('home') },
    { name: messages.frameworks.short, path: frameworksPath() },
  ]
  const items = frameworks.map(({ name, slug, locale }) => ({ name, path: frameworkPath(slug, locale) }))
  return (
    <>
      <JsonLd nodes={[breadcrumbs(crumbs), itemList(items)]} />
      <div className="sheet frame">
        <PageHead
          margin={<Breadcrumbs crumbs={crumbs.slice(0, 1)} label={messages.frame.breadcrumbs} />}
          title={messages.frameworks.title}
          lead={messages.frameworks.description}
        />
        <Section numbered title={messages.frameworks.index} id="index">
          <FrameworkIndex frameworks={frameworks} messages={messages} />
        </Section>
        {frameworks.length > 1 ? (
          <Section numbered title={messages.frameworks.comparison} id="comparison">
            <FrameworkComparison frameworks={frameworks} figureCounts={figureCounts} messages={messages} />
          </Section>
        ) : null}
      </div>
      <div className="frame">
        <NextStep
          title={messages.articles.nextStepTitle}
          text={messages.articles.nextStepText}
          label={messages.articles.nextStepLabel}
        />
      </div>
    </>
  )
}
