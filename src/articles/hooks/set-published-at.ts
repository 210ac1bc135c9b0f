import type { CollectionBeforeChangeHook } from 'payload'

/** Dates a post when it is first published; an editor's own date stands. */
export const setPublishedAt: CollectionBeforeChangeHook = ({ data }) => {
  if (data._status === 'published' && !data.publishedAt) data.publishedAt = new Date().toISOString()
  return data
}
