import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionAfterReadHook,
  CollectionBeforeOperationHook,
  CollectionConfig,
  Field,
  GlobalConfig,
  PayloadRequest,
} from 'payload'
import { dropUnreadableRelations, dropUnreadRelations } from './dropped-relations'
import { invalidate } from './invalidation'
import { refuseRelationQueries } from './relation-queries'
import { dependOn } from './render-context'

/** Tags under which a document is read: any list of its collection, the document itself, its slug. */
function tagsOf(collection: string, ...documents: Array<{ id?: string; slug?: string | null } | undefined>): string[] {
  const tags = new Set([collection])
  for (const document of documents) {
    if (document?.id) tags.add(`${collection}:${document.id}`)
    if (document?.slug) tags.add(`${collection}/slug:${document.slug}`)
  }
  return [...tags]
}

const draftKey = (collection: string) => `draftSave:${collection}`

/** Remembers whether the write under way is a draft: `afterChange` alone cannot tell it from an unpublish. */
const noteDraftSave: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  if (operation !== 'create' && operation !== 'update' && operation !== 'restoreVersion') return
  const { draft, data } = args as { draft?: boolean; data?: { _status?: string } }
  req.context[draftKey(collection.slug)] = draft === true && data?._status !== 'published'
}

/** A draft save changes nothing that is public; if it did invalidate, each autosave would empty the listings. */
const invalidateAfterChange: CollectionAfterChangeHook = async ({ collection, doc, previousDoc, req }) => {
  if (req.context[draftKey(collection.slug)]) return
  await invalidate(req, tagsOf(collection.slug, doc, previousDoc))
}

const invalidateAfterDelete: CollectionAfterDeleteHook = async ({ collection, doc, req }) => {
  await invalidate(req, tagsOf(collection.slug, doc))
}

/** Takes out of a document that nobody signed in reads the relations they may not see. */
async function asVisitorSees<T extends Record<string, unknown>>(
  doc: T,
  fields: Field[],
  { overrideAccess, req }: { overrideAccess?: boolean; req: PayloadRequest },
): Promise<T> {
  if (req.user || overrideAccess) return doc
  const drop = req.payloadAPI === 'GraphQL' ? dropUnreadableRelations : dropUnreadRelations
  return drop(doc, fields, req.payload)
}

/** Records every document that is read, and takes out relations that the reader may not see. */
const recordRead: CollectionAfterReadHook = ({ collection, doc, overrideAccess, req }) => {
  dependOn(`${collection.slug}:${doc.id}`)
  return asVisitorSees(doc, collection.fields, { overrideAccess, req })
}

/** A collection whose documents stand on public pages: reads are recorded as dependencies, writes invalidate them. */
export function tracked(config: CollectionConfig): CollectionConfig {
  const { hooks = {} } = config
  return {
    ...config,
    hooks: {
      ...hooks,
      beforeOperation: [refuseRelationQueries, ...(hooks.beforeOperation ?? []), noteDraftSave],
      afterRead: [...(hooks.afterRead ?? []), recordRead],
      afterChange: [...(hooks.afterChange ?? []), invalidateAfterChange],
      afterDelete: [...(hooks.afterDelete ?? []), invalidateAfterDelete],
    },
  }
}

/** The same for a global: its tag is its slug. */
export function trackedGlobal(config: GlobalConfig): GlobalConfig {
  const { hooks = {} } = config
  return {
    ...config,
    hooks: {
      ...hooks,
      afterRead: [
        ...(hooks.afterRead ?? []),
        ({ doc, overrideAccess, req }) => {
          dependOn(config.slug)
          return asVisitorSees(doc, config.fields, { overrideAccess, req })
        },
      ],
      afterChange: [
        ...(hooks.afterChange ?? []),
        async ({ req }) => {
          await invalidate(req, [config.slug])
        },
      ],
    },
  }
}
