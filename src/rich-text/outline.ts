import GithubSlugger from 'github-slugger'
import type { HeadingNode, RichTextNode } from './nodes'
import { textOf } from './plain-text'

export type OutlineEntry = { id: string; text: string; level: 2 | 3 | 4 }

/** Ids that the page around a text uses for itself; a heading of that name gets a number. */
const TAKEN = ['content', 'contents', 'error-summary', 'hatch']

const isHeading = (node: RichTextNode): node is HeadingNode => node.type === 'heading'

/**
 * The id of each heading: unique within the text, readable (`# Why Go?` → `why-go`), and the same at each render, so
 * that a link to a section stays good. A heading of signs alone is called `section`.
 */
export function headingIds(nodes: RichTextNode[]): Map<RichTextNode, string> {
  const slugger = new GithubSlugger()
  for (const id of TAKEN) slugger.slug(id)
  const ids = new Map<RichTextNode, string>()
  for (const node of nodes.filter(isHeading)) {
    const text = textOf(node).trim()
    if (text) ids.set(node, slugger.slug(/[\p{L}\p{N}]/u.test(text) ? text : 'section'))
  }
  return ids
}

/** The headings of a text, for its table of contents. */
export function outline(nodes: RichTextNode[]): OutlineEntry[] {
  const ids = headingIds(nodes)
  return nodes.filter(isHeading).flatMap((node) => {
    const id = ids.get(node)
    return id ? [{ id, text: textOf(node).trim(), level: Number(node.tag.slice(1)) as OutlineEntry['level'] }] : []
  })
}
