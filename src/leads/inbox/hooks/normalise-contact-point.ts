import { type CollectionBeforeValidateHook, ValidationError } from 'payload'
import { readContactPoint, takenBy } from '../known-contact-point'

/**
 * Makes `kind` and `value` of a contact point from what was typed, and says whose it is when another lead has it.
 * The unique index decides all the same: between two writes at the same moment this check sees nothing.
 */
export const normaliseContactPoint: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  const raw: unknown = data?.raw
  if (!data || typeof raw !== 'string' || raw.trim() === '') return data
  if (originalDoc && raw === originalDoc.raw) return { ...data, kind: originalDoc.kind, value: originalDoc.value }

  const read = await readContactPoint(raw, req)
  // Our own code may know a value that cannot be read from the text; people cannot set the field.
  if (typeof read === 'string' && data.value) return data
  const problem = typeof read === 'string' ? read : await takenBy(read.value, req, originalDoc?.id)
  if (problem) {
    throw new ValidationError({ collection: 'contact-points', errors: [{ path: 'raw', message: problem }], req }, req.t)
  }
  return Object.assign(data, { raw: raw.trim() }, read)
}
