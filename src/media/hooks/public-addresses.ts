import type { CollectionAfterReadHook } from 'payload'
import { mediaPath } from '@/site/urls'

type File = { filename?: string | null; url?: string | null; filesize?: number | null }

/**
 * Gives files the address that visitors use, `/media/<id>/<name>?v=…`, in place of Payload's own, which is for staff.
 * The version changes with the file, so that a browser may keep it for ever.
 */
export const publicAddresses: CollectionAfterReadHook = ({ doc }) => {
  const version = Date.parse(doc.updatedAt).toString(36)
  const addressed = <T extends File>(file: T): T =>
    file.filename ? { ...file, url: mediaPath(doc.id, file.filename, version) } : file
  const sizes = Object.entries((doc.sizes ?? {}) as Record<string, File>)
  const thumbnail = doc.sizes?.thumbnail?.filename
  return {
    ...addressed(doc),
    thumbnailURL: thumbnail ? mediaPath(doc.id, thumbnail, version) : null,
    sizes: Object.fromEntries(sizes.map(([name, file]) => [name, addressed(file)])),
  }
}
