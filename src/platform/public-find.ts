import { headers as requestHeaders } from 'next/headers'
import type {
  CollectionSlug,
  DataFromCollectionSlug,
  DataFromGlobalSlug,
  GlobalSlug,
  PaginatedDocs,
  Where,
} from 'payload'
import { currentPayload } from './current-payload'
import { dependOn, renderContext } from './render-context'

export type PublicQuery<Slug extends CollectionSlug> = {
  collection: Slug
  where?: Where
  sort?: string | string[]
  limit?: number
  page?: number
  /** Levels of relations to read; 1 unless told. */
  depth?: number
  select?: Record<string, boolean>
}

/**
 * Whom a page is read for: nobody, so that access rules show what is public, or in a preview the person whose session
 * the request carries, with drafts in place of what is live. The Local API would override access by default.
 */
async function reader() {
  if (!renderContext()?.preview) return { overrideAccess: false, draft: false } as const
  const { user } = await currentPayload().auth({ headers: await requestHeaders() })
  return { overrideAccess: false, draft: Boolean(user), user: user ?? undefined } as const
}

/**
 * A page of documents as a visitor may see them. Records the list of the collection as a dependency *before* it
 * reads, so that a write in between is not missed.
 */
export async function publicFind<Slug extends CollectionSlug>({
  collection,
  depth = 1,
  ...query
}: PublicQuery<Slug>): Promise<PaginatedDocs<DataFromCollectionSlug<Slug>>> {
  dependOn(collection)
  const options = { collection: collection as CollectionSlug, depth, ...query, ...(await reader()) }
  const found = await currentPayload().find(options)
  return found as unknown as PaginatedDocs<DataFromCollectionSlug<Slug>>
}

/**
 * The document with this slug in a language, or undefined. Depends on the slug and not on the collection's list, so
 * that a missing page ends when its slug appears and stands while others are written.
 */
export async function publicFindBySlug<Slug extends 'articles' | 'frameworks' | 'pages' | 'topics'>(
  collection: Slug,
  slug: string,
  { locale = 'en', depth = 2 }: { locale?: string; depth?: number } = {},
): Promise<DataFromCollectionSlug<Slug> | undefined> {
  dependOn(`${collection}/slug:${slug}`)
  const where: Where = { and: [{ slug: { equals: slug } }, { locale: { equals: locale } }] }
  const found = await currentPayload().find({
    collection,
    where,
    depth,
    limit: 1,
    pagination: false,
    ...(await reader()),
  })
  return found.docs[0] as DataFromCollectionSlug<Slug> | undefined
}

/** A global as a visitor may see it. */
export async function publicGlobal<Slug extends GlobalSlug>(slug: Slug, depth = 1): Promise<DataFromGlobalSlug<Slug>> {
  dependOn(slug)
  const found = await currentPayload().findGlobal({ slug, depth, ...(await reader()) })
  return found as DataFromGlobalSlug<Slug>
}
