import { type Field, type Payload, traverseFields } from 'payload'
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
const isUnread = (value: unknown) => typeof value === 'string'

const isRelated = (value: unknown): value is Related =>
  typeof value === 'object' && value !== null && 'relationTo' in value && 'value' in value

/** Keeps what was read of a relation's value; an id that was not is recorded as a dependency and dropped. */
function readPart(value: unknown, relationTo: string | string[]): unknown {
  if (Array.isArray(value)) return value.map((entry) => readPart(entry, relationTo)).filter((entry) => entry !== null)
  const id = isRelated(value) ? value.value : value
  const collection = isRelated(value) ? value.relationTo : relationTo
  if (!isUnread(id)) return value
  // Recorded before it goes: the page must change when this very document is published.
  if (typeof collection === 'string') dependOn(`${collection}:${id}`)
  return null
}

/** The same inside rich text: blocks by their own fields, uploads and relations whole, links to the text they hold. */
function readNodes(nodes: Node[], payload: Payload): Node[] {
  return nodes.flatMap((node): Node[] => {
    const children = node.children ? { children: readNodes(node.children, payload) } : {}
    if (node.type === 'block' || node.type === 'inlineBlock') {
      const block = Object.values(payload.blocks).find(({ slug }) => slug === node.fields?.blockType)
      return [block ? { ...node, fields: dropUnreadRelations({ ...node.fields }, block.fields, payload) } : node]
    }
    if (node.type === 'link' && isRelated(node.fields?.doc)) {
      const doc = readPart(node.fields.doc, '')
      return doc ? [{ ...node, ...children }] : (children.children ?? [])
    }
    if (node.type === 'upload' || node.type === 'relationship') {
      return readPart({ relationTo: node.relationTo, value: node.value }, '') ? [node] : []
    }
    return [{ ...node, ...children }]
  })
}

/**
 * Takes out of a document, at any depth and inside rich text, the relations that did not populate for this reader: a
 * bare id of a draft is a trace of it. What is dropped is recorded as a dependency of the page being rendered.
 */
export function dropUnreadRelations<T extends Record<string, unknown>>(doc: T, fields: Field[], payload: Payload): T {
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
        holder[field.name] = readPart(value, field.relationTo)
      } else if (field.type === 'richText') {
        const { root } = value as { root?: Node }
        if (root)
          holder[field.name] = { ...value, root: { ...root, children: readNodes(root.children ?? [], payload) } }
      }
    },
  })
  return doc
}
