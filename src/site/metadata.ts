import type { Metadata } from 'next'
import type { Media } from '@/payload-types'
import { env, isStaging } from '@/platform/env'
import { isPopulated } from '@/platform/relations'
import type { Site } from './queries'
import { absoluteUrl, feedPath, iconPath } from './urls'

type PageFacts = {
  site: Site
  /** Without the company's name, which is added. */
  title?: string | null
  description?: string | null
  /** Path of the page; absent on an error page, which has no address of its own. */
  path?: string
  image?: Media | string | null
  /** Overrides an editor made for search engines. */
  meta?: { title?: string | null; description?: string | null; image?: Media | string | null }
  article?: { publishedAt?: string | null; updatedAt: string; authors: string[] }
  /** Search engines and social networks are told to leave it out. */
  hidden?: boolean
  /** The address opens something to whoever has it: other sites are told nothing of it. */
  secret?: boolean
}

/** The longest description search engines show. */
const DESCRIPTION_LENGTH = 160

/** Title, description, canonical address and OpenGraph of a page. */
export function pageMetadata({
  site,
  title,
  description,
  path,
  image,
  meta,
  article,
  hidden,
  secret,
}: PageFacts): Metadata {
  const ownTitle = meta?.title || title
  const fullTitle = [ownTitle, site.name].filter(Boolean).join(' · ')
  const summary = shorten(meta?.description || description || site.settings.tagline || '')
  const url = path === undefined ? undefined : absoluteUrl(path)
  const picture = [meta?.image, image].find(isPopulated)
  const card = shareImage(picture)
  return {
    title: fullTitle,
    ...(summary ? { description: summary } : {}),
    alternates: {
      ...(url ? { canonical: url } : {}),
      types: { 'application/rss+xml': absoluteUrl(feedPath) },
    },
    icons: { icon: { url: iconPath, type: 'image/svg+xml' } },
    openGraph: {
      title: ownTitle || site.name,
      ...(summary ? { description: summary } : {}),
      ...(url ? { url } : {}),
      ...(site.name ? { siteName: site.name } : {}),
      locale: site.locale,
      ...(card ? { images: [card] } : {}),
      ...(article
        ? {
            type: 'article',
            publishedTime: article.publishedAt ?? undefined,
            modifiedTime: article.updatedAt,
            authors: article.authors,
          }
        : { type: 'website' }),
    },
    twitter: { card: card ? 'summary_large_image' : 'summary' },
    ...(hidden || secret || isStaging(env()) ? { robots: { index: false, follow: true } } : {}),
    // Not `no-referrer`: forms of the page would be sent without their origin.
    ...(secret ? { referrer: 'same-origin' as const } : {}),
    // Phone numbers are links already where they should be; Safari would make links of version numbers too.
    formatDetection: { telephone: false },
  }
}

function shareImage(picture: Media | undefined) {
  const file = picture?.sizes?.og?.url ? picture.sizes.og : picture
  if (!file?.url) return undefined
  return {
    url: absoluteUrl(file.url),
    ...(file.width && file.height ? { width: file.width, height: file.height } : {}),
    ...(picture?.alt ? { alt: picture.alt } : {}),
  }
}

/** A description cut at a word, with an ellipsis where something is missing. */
export function shorten(text: string, length = DESCRIPTION_LENGTH): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= length) return line
  const cut = line.slice(0, length)
  const end = cut.lastIndexOf(' ')
  return `${cut.slice(0, end > length / 2 ? end : length - 1).replace(/[\s,;:.–-]+$/, '')}…`
}
