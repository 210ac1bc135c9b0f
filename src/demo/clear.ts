import { isDeepStrictEqual } from 'node:util'
import { APIError, type CollectionSlug, type GlobalSlug, type Payload, type Where } from 'payload'
import { articlePath, frameworkPath, pagePath } from '@/site/urls'
import { navigation, notifications, settings } from './content/site'

/** Whatever refers to another stands before it. */
const COLLECTIONS = [
  'meeting-types',
  'statistics',
  'articles',
  'frameworks',
  'pages',
  'topics',
  'authors',
  'media',
  'redirects',
] as const satisfies CollectionSlug[]

/** What may be referred to by what people made, and is deactivated then; hosts before the accounts they belong to. */
const PEOPLE = ['hosts', 'users'] as const satisfies CollectionSlug[]

/**
 * Removes the demo content, from the trash too, and nothing else: what people created stays, and so do all leads.
 *
 * A demo document that an editor changed is still a demo document and goes; whoever wants to keep one duplicates it
 * first. A global is shared by everybody, so there the values that still are the demo's go, and the others stay.
 * An account which owns a post or a lead is deactivated, as is a host of meetings, and the only admin is kept. May be repeated at any time.
 * @returns how many documents were deleted
 */
export async function clearDemo(payload: Payload): Promise<number> {
  let removed = await clearAutomaticRedirects(payload)
  for (const collection of COLLECTIONS) removed += await clearCollection(payload, collection)
  for (const collection of PEOPLE) removed += await clearPeople(payload, collection)
  await clearGlobal(payload, 'navigation', navigation)
  await clearGlobal(payload, 'notifications', notifications)
  // Last, because they say that the demo is there.
  await clearGlobal(payload, 'settings', settings)
  return removed
}

const demo = { isDemo: { equals: true } }

async function clearCollection(payload: Payload, collection: (typeof COLLECTIONS)[number]): Promise<number> {
  const { docs, errors } = await payload.delete({ collection, where: demo, trash: true, depth: 0 })
  const [failure] = errors
  if (failure) throw new Error(`${collection} ${failure.id}: ${failure.message}`)
  return docs.length
}

/** Redirects that a demo document left when its slug changed would lead to nothing. */
async function clearAutomaticRedirects(payload: Payload): Promise<number> {
  const paths = { articles: articlePath, frameworks: frameworkPath, pages: pagePath }
  let removed = 0
  for (const [collection, pathOf] of Object.entries(paths) as [keyof typeof paths, (slug: string) => string][]) {
    const query = { collection, where: demo, trash: true, depth: 0, pagination: false, select: { slug: true } } as const
    const { docs } = await payload.find(query)
    const to = docs.flatMap(({ slug }) => (slug ? [pathOf(slug)] : []))
    if (to.length === 0) continue
    const where: Where = { and: [{ automatic: { equals: true } }, { to: { in: to } }] }
    removed += (await payload.delete({ collection: 'redirects', where, depth: 0 })).docs.length
  }
  return removed
}

/** Deletes each demo host and account, or deactivates it where others refer to it and deleting it is refused. */
async function clearPeople(payload: Payload, collection: (typeof PEOPLE)[number]): Promise<number> {
  const { docs } = await payload.find({ collection, where: demo, depth: 0, pagination: false })
  let removed = 0
  for (const { id } of docs) {
    if (await unlessRefused(payload.delete({ collection, id, depth: 0 }))) removed += 1
    else await unlessRefused(payload.update({ collection, id, data: { active: false }, depth: 0 }))
  }
  return removed
}

/** True when it went through, false when a rule said no. */
async function unlessRefused(change: Promise<unknown>): Promise<boolean> {
  try {
    await change
    return true
  } catch (error) {
    if (error instanceof APIError && error.status >= 400 && error.status < 500) return false
    throw error
  }
}

/** Empties the values of a global that are still those of the demo. */
async function clearGlobal(payload: Payload, slug: GlobalSlug, content: Record<string, unknown>): Promise<void> {
  const current: Record<string, unknown> = { ...(await payload.findGlobal({ slug, depth: 0 })) }
  if (!current.isDemo) return
  const unchanged = Object.entries(content).filter(([name, value]) => isDeepStrictEqual(plain(current[name]), value))
  const emptied = Object.fromEntries(unchanged.map(([name, value]) => [name, Array.isArray(value) ? [] : null]))
  await payload.updateGlobal({ slug, data: { ...emptied, isDemo: false } })
}

/** A stored value without the ids that Payload gives to rows. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([name]) => name !== 'id')
  return Object.fromEntries(entries.map(([name, part]) => [name, plain(part)]))
}
