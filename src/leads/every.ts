import type { CollectionSlug, DataFromCollectionSlug, Payload, Where } from 'payload'

/** So many documents are in memory at a time. */
const PAGE = 500

/**
 * Every document that matches, page by page in the order of their ids, which are never given twice: what is added or
 * removed meanwhile shifts no page.
 * @param select the fields that are read
 */
export async function* every<Slug extends CollectionSlug>(
  payload: Payload,
  collection: Slug,
  where: Where,
  select: Record<string, true>,
): AsyncGenerator<DataFromCollectionSlug<Slug>> {
  let after = ''
  for (;;) {
    const { docs } = await payload.find({
      collection,
      where: { and: [where, { id: { greater_than: after } }] },
      select: select as never,
      sort: 'id',
      limit: PAGE,
      pagination: false,
      depth: 0,
      overrideAccess: true,
    })
    for (const document of docs) yield document as DataFromCollectionSlug<Slug>
    const last = docs.at(-1)
    if (!last || docs.length < PAGE) return
    after = String((last as { id: string }).id)
  }
}
