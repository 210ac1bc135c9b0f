import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, CollectionSlug } from 'payload'
import type { Locale } from '../locales'

type Addressed = { slug?: string | null; locale?: Locale; _status?: string | null }
type PathOf = (slug: string, locale?: Locale) => string

const liveKey = (collection: string, id: unknown) => `live:${collection}:${id}`

/**
 * Notes which address is live before a document is published anew. The versions do not tell: an edit in the admin is
 * saved as a draft first, so the version before a publication has the new slug already.
 */
export const noteLiveAddress: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || data._status !== 'published') return data
  const live = await req.payload.db.findOne<Addressed & { id: string }>({
    collection: collection.slug as CollectionSlug,
    where: { id: { equals: originalDoc.id } },
    req,
  })
  req.context[liveKey(collection.slug, originalDoc.id)] = live?._status === 'published' ? live : undefined
  return data
}

/**
 * Leaves a redirect when a published document gets a new slug. A draft leaves none: its address was never public, and
 * a redirect would tell that it exists. Whoever lives at an address wins over a redirect away from it.
 */
export const keepOldAddress =
  (pathOf: PathOf): CollectionAfterChangeHook =>
  async ({ collection, doc, req }) => {
    const { slug, locale, _status }: Addressed = doc
    if (_status !== 'published' || !slug) return
    const before = req.context[liveKey(collection.slug, doc.id)] as Addressed | undefined
    if (before?.slug === slug) return
    const { payload } = req
    const to = pathOf(slug, locale)
    if (before?.slug) {
      const from = pathOf(before.slug, before.locale)
      await payload.delete({ collection: 'redirects', where: { from: { equals: from } }, req })
      await payload.create({ collection: 'redirects', data: { from, to, status: '301', automatic: true }, req })
    }
    await payload.delete({ collection: 'redirects', where: { from: { equals: to } }, req })
  }
