import { type CollectionSlug, type Field, type Payload, traverseFields } from 'payload'
import { dependOn } from './render-context'

type Node = {
  type?: string
  fields?: Record<string, unknown>
  children?: Node[]
  relationTo?: string
  value?: unknown
}
type Related = { relationTo: string; value: unknown }

/** A relation that was read is a document; one that may not be read, or is gone, stays an id. */
const isUnread = (value: unknown): value is string => typeof value === 'string'

const isRelated = (value: unknown): value is Related =>
  typeof value === 'object' && value !== null && 'relationTo' in value && 'value' in value

/** Says whether a bare id may stay in the answer. */
type Keeps = (collection: string, id: string) => boolean

/** Keeps what was read of a relation's value; an id that was not is recorded as a dependency and dropped. */
function readPart(value: unknown, relationTo: string | string[], keeps: Keeps): unknown {
  if (Array.isArray(value)) {
    return value.map((entry) => readPart(entry, relationTo, keeps)).filter((entry) => entry !== null)
  }
  const id = isRelated(value) ? value.value : value
  const collection = isRelated(value) ? value.relationTo : relationTo
  if (!isUnread(id)) return value
  // Recorded before it goes: the page must change when this very document is published.
  if (typeof collection !== 'string') return null
  dependOn(`${collection}:${id}`)
  return keeps(collection, id) ? value : null
}

/** The same inside rich text: blocks by their own fields, uploads and relations whole, links to the text they hold. */
function readNodes(nodes: Node[], payload: Payload, keeps: Keeps): Node[] {
  return nodes.flatMap((node): Node[] => {
    const children = node.children ? { children: readNodes(node.children, payload, keeps) } : {}
    if (node.type === 'block' || node.type === 'inlineBlock') {
      const block = Object.values(payload.blocks).find(({ slug }) => slug === node.fields?.blockType)
      return [block ? { ...node, fields: dropUnreadRelations({ ...node.fields }, block.fields, payload, keeps) } : node]
    }
    if (node.type === 'link' && isRelated(node.fields?.doc)) {
      const doc = readPart(node.fields.doc, '', keeps)
      return doc ? [{ ...node, ...children }] : (children.children ?? [])
    }
    if (node.type === 'upload' || node.type === 'relationship') {
      return readPart({ relationTo: node.relationTo, value: node.value }, '', keeps) ? [node] : []
    }
    return [{ ...node, ...children }]
  })
}

/**
 * Takes out of a document, at any depth and inside rich text, the relations that did not populate for this reader: a
 * bare id of a draft is a trace of it. What is dropped is recorded as a dependency of the page being rendered.
 */
export function dropUnreadRelations<T extends Record<string, unknown>>(
  doc: T,
  fields: Field[],
  payload: Payload,
  keeps: Keeps = () => false,
): T {
  traverseFields({
    fields,
    ref: doc,
    fillEmpty: false,
    callback: ({ field, ref }) => {
      if (!('name' in field) || !field.name || typeof ref !== 'object' || ref === null) return
      const holder = ref as Record<string, unknown>
      const value = holder[field.name]
      if (value === undefined || value === null) return
      if (field.type === 'relationship' || field.type === 'upload') {
        holder[field.name] = readPart(value, field.relationTo, keeps)
      } else if (field.type === 'richText') {
        const { root } = value as { root?: Node }
        if (root)
          holder[field.name] = { ...value, root: { ...root, children: readNodes(root.children ?? [], payload, keeps) } }
      }
    },
  })
  return doc
}

/**
 * The same for an answer that holds ids by design, as GraphQL's does: it reads at depth 0 and resolves relations later,
 * but for those inside rich text. So every id is looked up, and stays if a visitor may read what it names.
 */
export async function dropUnreadableRelations<T extends Record<string, unknown>>(
  doc: T,
  fields: Field[],
  payload: Payload,
): Promise<T> {
  const asked = new Map<string, Set<string>>()
  dropUnreadRelations(structuredClone(doc), fields, payload, (collection, id) => {
    asked.set(collection, (asked.get(collection) ?? new Set()).add(id))
    return true
  })
  const readable = new Set<string>()
  for (const [collection, ids] of asked) {
    const found = await payload.find({
      collection: collection as CollectionSlug,
      where: { id: { in: [...ids] } },
      pagination: false,
      depth: 0,
      overrideAccess: false,
    })
    for (const { id } of found.docs) readable.add(`${collection}:${id}`)
  }
  return dropUnreadRelations(doc, fields, payload, (collection, id) => readable.has(`${collection}:${id}`))
}
