import type { Metadata } from 'next'
import { ArticlePage } from '@/articles/components/article-page'
import { articleBySlug, relatedArticles } from '@/articles/queries'
import { populated } from '@/platform/relations'
import { blocksOf } from '@/rich-text/nodes'
import { JsonLd } from '@/site/components/json-ld'
import { Missing } from '@/site/components/missing'
import { pageMetadata } from '@/site/metadata'
import { segmentText } from '@/site/params'
import { loadSite } from '@/site/queries'
import { blogPosting, breadcrumbs, faqPage, organization } from '@/site/structured-data'
import { articlePath, blogPath, pagePath, topicPath } from '@/site/urls'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const slug = segmentText((await params).slug)
  const [site, article] = await Promise.all([loadSite(), articleBySlug(slug)])
  if (!article) return pageMetadata({ site, title: site.messages.errors.notFoundTitle, hidden: true })
  return pageMetadata({
    site,
    title: article.title,
    description: article.excerpt,
    path: articlePath(article.slug, article.locale),
    image: article.hero,
    meta: article.meta,
    article: {
      publishedAt: article.publishedAt,
      updatedAt: article.updatedAt,
      authors: populated(article.authors).map(({ name }) => name),
    },
  })
}

export default async function ArticleRoute({ params }: Props) {
  const slug = segmentText((await params).slug)
  const article = await articleBySlug(slug)
  if (!article) return <Missing path={articlePath(slug)} />
  const [site, related] = await Promise.all([loadSite(), relatedArticles(article)])
  const topic = populated(article.topics)[0]
  const crumbs = [
    { name: site.messages.frame.home, path: pagePath('home') },
    { name: site.messages.articles.title, path: blogPath() },
    ...(topic ? [{ name: topic.name, path: topicPath(topic.slug, 1, topic.locale) }] : []),
  ]
  const questions = blocksOf(article.content, 'faq').flatMap((block) => block.items ?? [])
  const own = { name: article.title, path: articlePath(article.slug, article.locale) }
  return (
    <>
      <JsonLd
        nodes={[
          blogPosting(article),
          breadcrumbs([...crumbs, own]),
          organization(site),
          ...(questions.length > 0 ? [faqPage(questions)] : []),
        ]}
      />
      <ArticlePage article={article} related={related} crumbs={crumbs.slice(1)} site={site} />
    </>
  )
}
