import type { CollectionBeforeChangeHook } from 'payload'

/** Dates a post when it is first published. An editor's own date stands, and a form that knows none yet takes none away. */
export const setPublishedAt: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  data.publishedAt ??= originalDoc?.publishedAt
  if (data._status === 'published') data.publishedAt ??= new Date().toISOString()
  return data
}
