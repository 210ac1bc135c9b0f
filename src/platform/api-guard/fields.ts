import type { FlattenedBlock, FlattenedField, SanitizedConfig } from 'payload'

/** The fields of a collection, and the configuration in which its relations lead to other collections. */
export type FieldScope = { config: Pick<SanitizedConfig, 'blocks' | 'collections'>; fields: FlattenedField[] }

/** What a relation to several collections consists of. */
const POLYMORPHIC_PARTS: FlattenedField[] = [
  { name: 'relationTo', type: 'text' },
  { name: 'value', type: 'text' },
]

/** The fields whose names may follow this one's in a path. */
function fieldsBehind(field: FlattenedField, { config }: FieldScope): FlattenedField[] {
  const ofCollection = (slug: unknown) => config.collections.find((one) => one.slug === slug)?.flattenedFields ?? []
  switch (field.type) {
    case 'relationship':
    case 'upload':
      return Array.isArray(field.relationTo) ? POLYMORPHIC_PARTS : ofCollection(field.relationTo)
    case 'join':
      return ofCollection(field.collection)
    case 'blocks':
      return blocksOf(field, config).flatMap((block) => block.flattenedFields)
    default:
      return 'flattenedFields' in field ? field.flattenedFields : []
  }
}

type BlocksField = Extract<FlattenedField, { type: 'blocks' }>

/** The blocks a field takes, those it writes itself and those it takes from the whole configuration. */
function blocksOf(field: BlocksField, config: FieldScope['config']): FlattenedBlock[] {
  return [...field.blocks, ...(field.blockReferences ?? [])].flatMap((block) => {
    if (typeof block !== 'string') return [block]
    return config.blocks?.filter(({ slug }) => slug === block) ?? []
  })
}

/**
 * The fields that a path such as `meta.title` or `topics.name` goes through, the one it names last; undefined when it
 * names none. What is below a JSON or rich text field is no field.
 */
export function fieldsAlong(path: string, scope: FieldScope): FlattenedField[] | undefined {
  const along: FlattenedField[] = []
  let fields = scope.fields
  for (const name of path.split('.')) {
    const field = fields.find((candidate) => candidate.name === name)
    if (!field) return undefined
    along.push(field)
    fields = fieldsBehind(field, scope)
  }
  return along
}

/** Fields of one of the blocks a field takes; undefined for any other slug. */
export function fieldsOfBlock(slug: unknown, field: BlocksField, { config }: FieldScope): FlattenedField[] | undefined {
  return blocksOf(field, config).find((block) => block.slug === slug)?.flattenedFields
}
