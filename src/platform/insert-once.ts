import type { CollectionSlug, DataFromCollectionSlug, Payload, RequiredDataFromCollectionSlug, Where } from 'payload'

/**
 * Inserts a document that may exist once, by a unique field. Whoever comes second, in this process or another, gets
 * the document of the first.
 *
 * It asks the unique index and not the error: a broken index is told differently by each database, and by a primary
 * key differently again. Without a transaction, since MongoDB answers two inserts under way with a write conflict.
 * @throws what the insert threw, when the document does not exist either
 */
export async function insertOnce<Slug extends CollectionSlug>(
  payload: Payload,
  collection: Slug,
  data: RequiredDataFromCollectionSlug<Slug>,
  unique: Extract<keyof RequiredDataFromCollectionSlug<Slug>, string>,
): Promise<{ document: DataFromCollectionSlug<Slug>; inserted: boolean }> {
  try {
    const document = await payload.create({
      collection,
      data,
      depth: 0,
      overrideAccess: true,
      disableTransaction: true,
    })
    return { document: document as DataFromCollectionSlug<Slug>, inserted: true }
  } catch (error) {
    const where: Where = { [unique]: { equals: data[unique] } }
    const { docs } = await payload.find({
      collection,
      where,
      limit: 1,
      pagination: false,
      depth: 0,
      overrideAccess: true,
    })
    if (!docs[0]) throw error
    return { document: docs[0] as DataFromCollectionSlug<Slug>, inserted: false }
  }
}
