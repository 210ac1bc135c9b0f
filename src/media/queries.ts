import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { Media } from '@/payload-types'
import { currentPayload } from '@/platform/current-payload'

export type StoredFile = { type: string; size: number; body: ReadableStream<Uint8Array> }

type Variant = { filename?: string | null; mimeType?: string | null }

/** The original and the sizes made from it. */
const variantsOf = (media: Media): Variant[] => [media, ...Object.values(media.sizes ?? {})]

/**
 * A file by its public address, for whoever has that address; undefined when no such file is stored.
 * The name is looked up among those of the document and never used as a path by itself.
 */
export async function storedFile(id: string, name: string): Promise<StoredFile | undefined> {
  const payload = currentPayload()
  const media = await payload.findByID({ collection: 'media', id, depth: 0, disableErrors: true, overrideAccess: true })
  const variant = media && variantsOf(media).find((candidate) => candidate.filename === name)
  const directory = payload.collections.media.config.upload.staticDir
  if (!variant?.filename || !directory) return undefined
  const path = join(directory, variant.filename)
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile()) return undefined
  return {
    type: variant.mimeType ?? 'application/octet-stream',
    size: found.size,
    body: Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>,
  }
}
