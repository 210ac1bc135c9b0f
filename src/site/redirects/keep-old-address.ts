import type { CollectionAfterChangeHook } from 'payload'

type Addressed = { slug?: string | null; _status?: string | null }

/**
 * Leaves a redirect when a published document gets a new slug. A draft leaves none: its address was never public, and
 * a redirect would tell that it exists.
 * @param pathOf the address of a document with this slug
 */
export const keepOldAddress =
  (pathOf: (slug: string) => string): CollectionAfterChangeHook =>
  async ({ doc, previousDoc, req }) => {
    const [now, before]: [Addressed, Addressed | undefined] = [doc, previousDoc]
    if (!now.slug || !before?.slug || now._status !== 'published') return
    const { payload } = req
    // Whoever lives at an address now wins over a redirect away from it.
    if (before.slug !== now.slug || before._status !== 'published') {
      await payload.delete({ collection: 'redirects', where: { from: { equals: pathOf(now.slug) } }, req })
    }
    if (before.slug === now.slug || before._status !== 'published') return
    const data = { from: pathOf(before.slug), to: pathOf(now.slug), status: '301', automatic: true } as const
    await payload.delete({ collection: 'redirects', where: { from: { equals: data.from } }, req })
    await payload.create({ collection: 'redirects', data, req })
  }
