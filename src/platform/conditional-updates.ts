import type { CollectionSlug, Payload, PayloadRequest, UpdateOneArgs, Where } from 'payload'

/** Under what a document may be updated, and the error for when that does not hold any more. */
type Condition = { where: Where; refuse: () => Promise<Error> }

/** Name in the context of a request; a map of our own could be another one in another bundle. */
const CONDITIONS = 'updateConditions'

const conditionsOf = (context: Record<string, unknown>) => context[CONDITIONS] as Map<string, Condition> | undefined

const keyOf = (collection: string, id: string | number) => `${collection} ${id}`

/**
 * For hooks: makes the update under way write only where a condition holds. The database looks within the write itself,
 * so that of two processes that read the same state one alone writes; a check before the write would pass both.
 */
export function updateOnlyWhere(
  req: PayloadRequest,
  collection: CollectionSlug,
  id: string,
  condition: Condition,
): void {
  const conditions = conditionsOf(req.context) ?? new Map<string, Condition>()
  req.context[CONDITIONS] = conditions.set(keyOf(collection, id), condition)
}

/** MongoDB's way to say, within a transaction, that another one wrote to the document first. */
const WRITE_CONFLICT = 112

const isWriteConflict = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  (('code' in error && error.code === WRITE_CONFLICT) ||
    ('hasErrorLabel' in error &&
      typeof error.hasErrorLabel === 'function' &&
      error.hasErrorLabel('TransientTransactionError') === true))

/** Makes the updates of this process heed `updateOnlyWhere`. The documents may have fields of the main table alone. */
export function heedConditions({ db }: Payload): void {
  const updateOne = db.updateOne.bind(db)
  const heedful = async (args: UpdateOneArgs) => {
    const { id, ...others } = args
    const conditions = id === undefined ? undefined : conditionsOf(args.req?.context ?? {})
    const key = keyOf(args.collection, id ?? '')
    const condition = conditions?.get(key)
    if (!condition) return updateOne(args)
    conditions?.delete(key)
    const where: Where = { and: [{ id: { equals: id } }, condition.where] }
    const write = { ...others, id: undefined, where, options: { ...args.options, atomic: true } }
    const updated = await updateOne(write).catch((error: unknown) => {
      if (isWriteConflict(error)) return null
      throw error
    })
    if (!updated) throw await condition.refuse()
    // Such a write answers on SQLite without what joins bring, and the admin's form would lose their tables.
    const { collection, joins, locale, req, select } = args
    return (await db.findOne({ collection, joins, locale, req, select, where: { id: { equals: id } } })) ?? updated
  }
  db.updateOne = heedful as typeof db.updateOne
}
