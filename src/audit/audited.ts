import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionAfterOperationHook,
  CollectionBeforeValidateHook,
  CollectionConfig,
  GlobalConfig,
  PayloadRequest,
} from 'payload'
import { changedFields } from './changed-fields'
import { recordAudit } from './record'

type AuditOptions<Doc> = {
  /** What entries call a document. Leave it out where that would be the name of somebody who is not staff. */
  title?: (doc: Doc) => string
  /** `true`: what the site does by itself is recorded, too. */
  system?: boolean
  /** `true`: for what is added every day and changed by nobody; an entry for each would tell nothing. */
  deletionsOnly?: boolean
}

/** Accounts whose password the request at hand changes. */
const newPasswords = ({ context }: PayloadRequest) => {
  context.newPasswords ??= new Set<string>()
  return context.newPasswords as Set<string>
}

/** A password is no field, and Payload has taken it out of the data when the change is done. */
const notePassword: CollectionBeforeValidateHook = ({ data, operation, originalDoc, req }) => {
  if (operation === 'update' && originalDoc && data?.password) newPasswords(req).add(originalDoc.id)
}

/**
 * A collection whose changes stand in the audit log: who created, changed or deleted which document, and in which
 * fields. Changes that nobody signed in makes are left out, unless `system` is set.
 */
export function audited<Doc extends { id: string }>(
  config: CollectionConfig,
  { title, system = false, deletionsOnly = false }: AuditOptions<Doc> = {},
): CollectionConfig {
  const { hooks = {}, slug } = config
  const isRecorded = (req: PayloadRequest) => system || Boolean(req.user)
  const about = (doc: Doc) => ({ entity: slug, document: doc.id, title: title?.(doc) })

  const afterChange: CollectionAfterChangeHook<Doc> = async ({
    collection,
    data,
    doc,
    operation,
    previousDoc,
    req,
  }) => {
    if (!isRecorded(req)) return
    if (operation === 'create') return recordAudit(req.payload, req.user, { action: 'create', ...about(doc) })
    // The data is whole, and holds what the answer leaves out by depth, selection or access.
    const fields = changedFields(collection.flattenedFields, previousDoc, data)
    if (newPasswords(req).delete(doc.id)) fields.push('password')
    if (fields.length > 0) await recordAudit(req.payload, req.user, { action: 'update', ...about(doc), fields })
  }
  const afterDelete: CollectionAfterDeleteHook<Doc> = async ({ doc, req }) => {
    if (isRecorded(req)) await recordAudit(req.payload, req.user, { action: 'delete', ...about(doc) })
  }
  // With the link of a mail somebody sets a password without a hook of theirs being called.
  const afterOperation: CollectionAfterOperationHook = async ({ operation, req, result }) => {
    if (operation === 'resetPassword') {
      const user = (result as { user?: Doc }).user
      if (user) await recordAudit(req.payload, user, { action: 'update', fields: ['password'], ...about(user) })
    }
    return result
  }
  return {
    ...config,
    hooks: {
      ...hooks,
      ...(config.auth
        ? {
            beforeValidate: [...(hooks.beforeValidate ?? []), notePassword],
            afterOperation: [...(hooks.afterOperation ?? []), afterOperation],
          }
        : {}),
      afterChange: [...(hooks.afterChange ?? []), ...(deletionsOnly ? [] : [afterChange])],
      afterDelete: [...(hooks.afterDelete ?? []), afterDelete],
    },
  }
}

/** The same for a global, whichever hand changes it. */
export function auditedGlobal(config: GlobalConfig): GlobalConfig {
  const { hooks = {}, slug } = config
  return {
    ...config,
    hooks: {
      ...hooks,
      afterChange: [
        ...(hooks.afterChange ?? []),
        async ({ data, global, previousDoc, req }) => {
          const fields = changedFields(global.flattenedFields, previousDoc, data)
          if (fields.length > 0) await recordAudit(req.payload, req.user, { action: 'update', entity: slug, fields })
        },
      ],
    },
  }
}
