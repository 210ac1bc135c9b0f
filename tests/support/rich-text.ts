const node = { version: 1, format: '', indent: 0, direction: 'ltr' } as const

type Child = Record<string, unknown> & { type: string; version: number }

const words = (text: string): Child => ({
  type: 'text',
  version: 1,
  text,
  format: 0,
  mode: 'normal',
  style: '',
  detail: 0,
})

/** A rich text value that holds these nodes, or one paragraph of plain words. */
export function richText(...content: Array<string | Child>) {
  const children = content.map((part) =>
    typeof part === 'string' ? { ...node, type: 'paragraph', textFormat: 0, children: [words(part)] } : part,
  )
  return { root: { ...node, type: 'root', children } }
}

/** A block of ours in rich text. */
export const block = (blockType: string, fields: Record<string, unknown>): Child => ({
  type: 'block',
  version: 2,
  format: '',
  fields: { id: crypto.randomUUID(), blockName: '', blockType, ...fields },
})

/** A paragraph with a link to another document. */
export const linkTo = (relationTo: string, value: string, text: string): Child => ({
  ...node,
  type: 'paragraph',
  children: [
    {
      ...node,
      type: 'link',
      version: 3,
      id: crypto.randomUUID(),
      fields: { linkType: 'internal', newTab: false, doc: { relationTo, value } },
      children: [words(text)],
    },
  ],
})
