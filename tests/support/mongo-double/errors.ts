import type { Doc } from './documents'

/** An error that the server answers with, as the driver reads it (codes of MongoDB's `error_codes.yml`). */
export class ServerError extends Error {
  readonly code: number
  readonly codeName: string
  readonly details: Doc

  constructor(code: number, codeName: string, message: string, details: Doc = {}) {
    super(message)
    this.code = code
    this.codeName = codeName
    this.details = details
  }
}

/** Not an answer: a write outside a transaction met a document that an open transaction holds, and has to wait. */
export class LockedByTransaction extends Error {}

/** Two transactions wrote the same document, or one wrote what has changed since its snapshot: the caller may retry. */
export const writeConflict = () =>
  new ServerError(
    112,
    'WriteConflict',
    'Caused by :: Write conflict during plan execution and yielding is disabled. :: Please retry your operation or multi-document transaction.',
    { errorLabels: ['TransientTransactionError'] },
  )

export const noSuchTransaction = () =>
  new ServerError(251, 'NoSuchTransaction', 'Given transaction number does not match any in-progress transactions.', {
    errorLabels: ['TransientTransactionError'],
  })

/** @param keyValue the indexed fields with the value that exists already */
export function duplicateKey(namespace: string, index: { name: string; key: Doc }, keyValue: Doc): ServerError {
  const shown = Object.entries(keyValue).map(([field, value]) => `${field}: ${JSON.stringify(value)}`)
  return new ServerError(
    11000,
    'DuplicateKey',
    `E11000 duplicate key error collection: ${namespace} index: ${index.name} dup key: { ${shown.join(', ')} }`,
    { keyPattern: index.key, keyValue },
  )
}

export const unknownCollection = (namespace: string) =>
  new ServerError(26, 'NamespaceNotFound', `ns does not exist: ${namespace}`)
