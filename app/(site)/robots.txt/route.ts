import { env, isStaging } from '@/platform/env'
import { absoluteUrl, searchPath, sitemapPath } from '@/site/urls'

export const dynamic = 'force-dynamic'

/** Results of a search are no pages of their own, and the admin and the API are nobody's business; nor is a staging site. */
export function GET() {
  const rules = isStaging(env())
    ? ['Disallow: /']
    : ['Disallow: /admin', 'Disallow: /api/', `Disallow: ${searchPath()}`, '', `Sitemap: ${absoluteUrl(sitemapPath)}`]
  const lines = ['User-agent: *', ...rules, '']
  return new Response(lines.join('\n'), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
