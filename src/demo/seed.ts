import type { Payload } from 'payload'
import { accountWithRole, createAccounts, type DemoAccount } from './accounts'
import { clearDemo } from './clear'
import { articles } from './content/articles'
import { hosts, meetingTypes } from './content/booking'
import { frameworks } from './content/frameworks'
import { pages } from './content/pages'
import { navigation, notifications, settings } from './content/site'
import { CITED_IN, CITED_POST, statistics } from './content/statistics'
import { authors, topics } from './content/taxonomy'
import {
  articleData,
  authorData,
  frameworkData,
  hostData,
  meetingTypeData,
  pageData,
  statisticData,
  topicData,
} from './documents'
import { type FigureKey, figures, renderFigure } from './figures'
import { demoId } from './ids'

export type { DemoAccount }

/**
 * Fills an empty database with the demo content and makes one account for each role.
 *
 * Empty means: no article that somebody wrote, and settings without a company. The settings are written last and thus
 * say that everything is there; when they are missing, whatever an interrupted run left is removed and made
 * again, because a document may have been cut off in the middle (SQLite runs without transactions).
 * @returns the accounts with passwords that are shown nowhere else, and whether anything was written
 */
export async function seedDemo(payload: Payload): Promise<{ accounts: DemoAccount[]; seeded: boolean }> {
  if (!(await isEmpty(payload))) return { accounts: [], seeded: false }
  await clearDemo(payload)
  const accounts = await createAccounts(payload)
  await createDocuments(payload)
  const marked = { isDemo: true }
  await payload.updateGlobal({ slug: 'navigation', data: { ...navigation, ...marked } })
  await payload.updateGlobal({ slug: 'notifications', data: { ...notifications, ...marked } })
  await payload.updateGlobal({ slug: 'settings', data: { ...settings, ...marked } })
  return { accounts, seeded: true }
}

async function isEmpty(payload: Payload): Promise<boolean> {
  const { companyName, isDemo } = await payload.findGlobal({ slug: 'settings', depth: 0 })
  if (companyName || isDemo) return false
  const where = { isDemo: { not_equals: true } }
  return (await payload.count({ collection: 'articles', where, trash: true })).totalDocs === 0
}

/** One after the other, and each after what it refers to: relations are checked when a document is created. */
async function createDocuments(payload: Payload): Promise<void> {
  for (const key of Object.keys(figures) as FigureKey[]) await createFigure(payload, key)
  for (const topic of topics) await payload.create({ collection: 'topics', data: topicData(topic) })
  for (const author of authors) await payload.create({ collection: 'authors', data: authorData(author) })
  for (const framework of frameworks) {
    await payload.create({ collection: 'frameworks', data: frameworkData(framework) })
  }
  for (const figure of statistics) await payload.create({ collection: 'statistics', data: statisticData(figure) })
  const owners = {
    published: await accountWithRole(payload, 'editor'),
    draft: await accountWithRole(payload, 'author'),
  }
  for (const article of articles) {
    const draft = !article.publishedAt
    const owner = draft ? owners.draft : owners.published
    await payload.create({ collection: 'articles', data: articleData(article, owner), draft })
  }
  await citeArticle(payload)
  for (const page of pages) await payload.create({ collection: 'pages', data: pageData(page) })
  await createBooking(payload)
}

/** Who can be met, as far as the accounts are the demo's, and what for. */
async function createBooking(payload: Payload): Promise<void> {
  const made = new Set<string>()
  for (const host of hosts) {
    const user = await accountWithRole(payload, host.role)
    if (!user) continue
    await payload.create({ collection: 'hosts', data: hostData(host, user) })
    made.add(host.key)
  }
  for (const [order, type] of meetingTypes.entries()) {
    const ids = type.hosts.filter((key) => made.has(key)).map((key) => demoId('hosts', key))
    if (ids.length > 0) await payload.create({ collection: 'meeting-types', data: meetingTypeData(type, order, ids) })
  }
}

async function createFigure(payload: Payload, key: FigureKey): Promise<void> {
  const image = await renderFigure(key)
  await payload.create({
    collection: 'media',
    data: { id: demoId('media', key), alt: figures[key].alt, isDemo: true },
    file: { data: image, mimetype: 'image/png', name: `${key}.png`, size: image.length },
  })
}

/** The figures stand in the article and the article is where they were read, so one of the two has to come later. */
async function citeArticle(payload: Payload): Promise<void> {
  const citedVia = { title: CITED_POST, article: demoId('articles', CITED_IN) }
  for (const { key } of statistics) {
    await payload.update({ collection: 'statistics', id: demoId('statistics', key), data: { citedVia }, depth: 0 })
  }
}
