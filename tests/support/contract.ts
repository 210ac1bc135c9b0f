import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { CollectionSlug, FlattenedField, GlobalSlug, Payload } from 'payload'
import { inject } from 'vitest'

let started: Promise<Payload> | undefined

/**
 * The product's Payload on the database of this run, with all documents removed and its globals emptied; a test file
 * asks for it once.
 *
 * It is started once for the suite, whose files run one after another in one process: a start takes seconds, and
 * Payload and its REST handlers are global anyway.
 */
export async function contractPayload(): Promise<Payload> {
  started ??= start()
  const payload = await started
  await emptyGlobals(payload)
  await removeAllDocuments(payload)
  return payload
}

async function start(): Promise<Payload> {
  const { directory, kind, url } = inject('database')
  Object.assign(process.env, { DATA_DIR: directory, DATABASE_URL: url, LOG_LEVEL: 'silent' })
  // The configuration reads the environment while it loads, so it is loaded only now.
  const [{ default: config }, { getPayload }, { migrations }] = await Promise.all([
    import('@payload-config'),
    import('payload'),
    import('@/migrations'),
  ])
  const payload = await getPayload({ config })
  const isRight = kind === 'mongodb' ? payload.db.name === 'mongoose' : existsSync(join(directory, 'site.db'))
  if (!isRight) throw new Error(`Something loaded the configuration before the test: it is not on ${kind}`)
  // What is refused on purpose would be told as an error.
  payload.logger.level = 'silent'
  if (kind === 'sqlite') await payload.db.migrate({ migrations: migrations as never })
  return payload
}

/** Nothing in each of the fields; Payload takes no `null` for a group. */
function emptied(fields: FlattenedField[]): Record<string, unknown> {
  const nothing = (field: FlattenedField) => (field.type === 'group' ? emptied(field.flattenedFields) : null)
  return Object.fromEntries(fields.map((field) => [field.name, field.type === 'array' ? [] : nothing(field)]))
}

/** A global cannot be deleted, so each of its fields is. */
async function emptyGlobals(payload: Payload): Promise<void> {
  for (const { flattenedFields, slug } of payload.config.globals) {
    const own = flattenedFields.filter(({ name }) => name !== 'createdAt' && name !== 'updatedAt')
    const data = emptied(own)
    await payload.updateGlobal({ slug: slug as GlobalSlug, data })
  }
}

async function removeAllDocuments({ config, db }: Payload): Promise<void> {
  // Backwards: SQLite refuses to remove a lead while a contact point needs it.
  for (const { slug, versions } of config.collections.toReversed()) {
    const collection = slug as CollectionSlug
    if (collection === 'payload-migrations') continue
    if (versions) await db.deleteVersions({ collection, where: {} })
    await db.deleteMany({ collection, where: {} })
  }
}
