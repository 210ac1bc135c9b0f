import { cache } from 'react'
import { publicFind, publicFindBySlug } from '@/platform/public-find'
import { DEFAULT_LOCALE } from '@/site/locales'

/** A page made of blocks, with all that its blocks refer to. */
export const pageBySlug = cache((slug: string, locale: string = DEFAULT_LOCALE) =>
  publicFindBySlug('pages', slug, { locale }),
)

/** Every page made of blocks, for the sitemap. */
export async function pageList(locale: string = DEFAULT_LOCALE) {
  const { docs } = await publicFind({
    collection: 'pages',
    where: { locale: { equals: locale } },
    sort: 'slug',
    limit: 1000,
    depth: 0,
    select: { title: true, slug: true, locale: true, updatedAt: true },
  })
  return docs
}
