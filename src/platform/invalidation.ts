import type { PayloadRequest } from 'payload'
import { invalidatePages } from './render-context'

/**
 * Says that what these tags name has changed: pages of this process that depend on one are dropped at once, and a row
 * tells the other processes. The row is written with the request of the write, so that it commits with it.
 */
export async function invalidate(req: PayloadRequest, tags: string[]): Promise<void> {
  invalidatePages(tags)
  await req.payload.create({ collection: 'invalidations', data: { tags }, req, overrideAccess: true, depth: 0 })
}
