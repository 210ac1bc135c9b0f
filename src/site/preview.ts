import { DEFAULT_LOCALE } from './locales'
import { documentPath } from './urls'

/**
 * The address of a document's page as the signed-in person may see it, drafts in place of what is live.
 * @returns null for a document that has no address yet, which takes the button away
 */
export function previewUrl(collection: string, document: Record<string, unknown>): string | null {
  const { slug, locale } = document
  if (typeof slug !== 'string') return null
  // Pages of other languages have no public address yet.
  if (typeof locale === 'string' && locale !== DEFAULT_LOCALE) return null
  const path = documentPath(collection, { slug, locale: typeof locale === 'string' ? locale : undefined })
  return path ? `${path}?preview=1` : null
}
