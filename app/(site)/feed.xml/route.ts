import { articleFeed } from '@/articles/feed'
import { latestArticles } from '@/articles/queries'
import { loadSite } from '@/site/queries'

export const dynamic = 'force-dynamic'

const ITEMS = 20

export async function GET() {
  const [site, articles] = await Promise.all([loadSite(), latestArticles(ITEMS)])
  return new Response(articleFeed(articles, site), {
    headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' },
  })
}
