import { absoluteUrl } from './urls'
import { escapeXml } from './xml'

export type SitemapEntry = {
  path: string
  /** When its document changed last, as ISO 8601. */
  updatedAt?: string | null
}

/** A sitemap after sitemaps.org 0.9. */
export function sitemapXml(entries: SitemapEntry[]): string {
  const urls = entries.map(({ path, updatedAt }) => {
    const modified = updatedAt ? `<lastmod>${escapeXml(updatedAt)}</lastmod>` : ''
    return `<url><loc>${escapeXml(absoluteUrl(path))}</loc>${modified}</url>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('\n')}
</urlset>
`
}
