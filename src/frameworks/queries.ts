import { cache } from 'react'
import type { Framework, Statistic } from '@/payload-types'
import { publicFind, publicFindBySlug } from '@/platform/public-find'
import { DEFAULT_LOCALE } from '@/site/locales'

/** More entries than a catalogue that is compared on one page can have. */
const ALL = 200

/** The whole catalogue, by name. */
export const frameworkList = cache(async (locale: string = DEFAULT_LOCALE): Promise<Framework[]> => {
  const { docs } = await publicFind({
    collection: 'frameworks',
    where: { locale: { equals: locale } },
    sort: ['name', 'id'],
    limit: ALL,
    depth: 0,
  })
  return docs
})

export const frameworkBySlug = cache((slug: string, locale: string = DEFAULT_LOCALE) =>
  publicFindBySlug('frameworks', slug, { locale }),
)

/** The figures of an entry, in the order they were entered. */
export async function statisticsOf(framework: Framework): Promise<Statistic[]> {
  const { docs } = await publicFind({
    collection: 'statistics',
    where: { frameworkKey: { equals: framework.key } },
    sort: ['createdAt', 'id'],
    limit: ALL,
  })
  return docs
}

/** How many figures there are for each key. */
export async function statisticCounts(): Promise<Map<string, number>> {
  const { docs } = await publicFind({
    collection: 'statistics',
    limit: 1000,
    depth: 0,
    select: { frameworkKey: true },
  })
  const counts = new Map<string, number>()
  for (const { frameworkKey } of docs) counts.set(frameworkKey, (counts.get(frameworkKey) ?? 0) + 1)
  return counts
}

/** The entries before and after one in the catalogue. */
export function neighbours(catalogue: Framework[], framework: Framework): { previous?: Framework; next?: Framework } {
  const index = catalogue.findIndex(({ id }) => id === framework.id)
  return index < 0 ? {} : { previous: catalogue[index - 1], next: catalogue[index + 1] }
}
