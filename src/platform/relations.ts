/** True for a relation that was read with its document; a bare id stands for one that the reader may not see. */
export function isPopulated<Document extends object>(
  relation: Document | string | null | undefined,
): relation is Document {
  return typeof relation === 'object' && relation !== null
}

/** The documents of a relation to many that were read with it. */
export function populated<Document extends object>(relations: (Document | string)[] | null | undefined): Document[] {
  return (relations ?? []).filter(isPopulated)
}
