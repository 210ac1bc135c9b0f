import type { CollectionSlug, Payload } from 'payload'

/** What a document is called at the moment, by its collection's title; undefined if it is gone, or is none. */
export async function presentTitle(
  payload: Payload,
  collection: string | undefined,
  id: string | undefined,
): Promise<string | undefined> {
  const found =
    collection && Object.hasOwn(payload.collections, collection)
      ? payload.collections[collection as CollectionSlug]
      : undefined
  const field = found?.config.admin.useAsTitle
  if (!found || !field || !id) return undefined
  const document = await payload.findByID({
    collection: collection as CollectionSlug,
    id,
    select: { [field]: true },
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
  })
  const title = (document as Record<string, unknown> | null)?.[field]
  return typeof title === 'string' ? title : undefined
}
