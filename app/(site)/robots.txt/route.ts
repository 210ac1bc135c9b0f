import { absoluteUrl, searchPath, sitemapPath } from '@/site/urls'

export const dynamic = 'force-dynamic'

/** Results of a search are no pages of their own, and the admin and the API are nobody's business. */
export function GET() {
  const lines = [
    'User-agent: *',
    'Disallow: /admin',
    'Disallow: /api/',
    `Disallow: ${searchPath()}`,
    '',
    `Sitemap: ${absoluteUrl(sitemapPath)}`,
    '',
  ]
  return new Response(lines.join('\n'), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
