import {
  APIError,
  type CollectionBeforeOperationHook,
  type FlattenedField,
  type GlobalBeforeOperationHook,
  type PayloadRequest,
  type Plugin,
  ValidationError,
} from 'payload'
import { misshapenValue } from './data'
import { isObject, shapeFault } from './shape'

type WriteArguments = { data?: unknown; overrideAccess?: boolean }

function check(
  { data, overrideAccess }: WriteArguments,
  req: PayloadRequest,
  entity: { slug: string; fields: FlattenedField[] },
) {
  // Code of ours is typed; what it writes on behalf of nobody needs no check.
  if (overrideAccess) return
  // Payload reads fields of what an empty body leaves undefined, and fails.
  if (data === undefined) throw new APIError('Send the fields of the document in the body', 400)
  if (!isObject(data)) throw new APIError('The data of a document must be an object', 400)
  const fault = shapeFault(data)
  if (fault) throw new APIError(fault, 400)
  // An empty id is what a form sends for none; stored, it would be a document that no address leads to.
  if (data.id === '') delete data.id
  const found = misshapenValue(data, { config: req.payload.config, fields: entity.fields })
  if (found) throw new ValidationError({ collection: entity.slug, errors: [found] }, req.t)
}

const ofCollection: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  if (operation !== 'create' && operation !== 'update') return
  check(args as WriteArguments, req, { slug: collection.slug, fields: collection.flattenedFields })
}

const ofGlobal: GlobalBeforeOperationHook = ({ args, global, operation, req }) => {
  if (operation !== 'update') return
  check(args as WriteArguments, req, { slug: global.slug, fields: global.flattenedFields })
}

/**
 * Refuses data that does not have the form of its fields before anything else looks at it. In the operation rather
 * than at the door, because the data of an upload arrives inside its multipart body.
 */
export const refuseMisshapenData: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) => ({
    ...collection,
    hooks: {
      ...collection.hooks,
      beforeOperation: [ofCollection, ...(collection.hooks?.beforeOperation ?? [])],
    },
  })),
  globals: config.globals?.map((global) => ({
    ...global,
    hooks: { ...global.hooks, beforeOperation: [ofGlobal, ...(global.hooks?.beforeOperation ?? [])] },
  })),
})
