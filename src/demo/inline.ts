import type { SerializedLinkNode, SerializedTextNode } from '@payloadcms/richtext-lexical'
import { demoId } from './ids'

export type InlineNode = SerializedTextNode | SerializedLinkNode<SerializedTextNode>

/** Lexical's bit mask for text formats, as stored in `format`. */
const FORMAT = { plain: 0, bold: 1, italic: 2, code: 16 } as const

/** `[text](article:slug)` links to the document, so that the link survives a new slug. */
const INTERNAL = { article: 'articles', framework: 'frameworks', page: 'pages' } as const

/** One alternative per mark; code comes first because nothing inside backticks is marked up. */
const MARKS =
  /`(?<code>[^`]+)`|\*\*(?<bold>[^*]+)\*\*|\*(?<italic>[^*\s](?:[^*]*[^*\s])?)\*|\[(?<label>[^\]]+)\]\((?<target>[^)\s]+)\)/g

/**
 * Reads one run of prose with `**bold**`, `*italic*`, `` `code` `` and `[label](target)` into Lexical inline nodes.
 * A target is `article:<slug>`, `framework:<slug>` or `page:<slug>`, or else a URL or path kept as it is.
 * Marks do not nest; a label is plain text.
 */
export function inline(source: string): InlineNode[] {
  const nodes: InlineNode[] = []
  let end = 0
  for (const match of source.matchAll(MARKS)) {
    if (match.index > end) nodes.push(text(source.slice(end, match.index)))
    nodes.push(marked(match.groups ?? {}))
    end = match.index + match[0].length
  }
  if (end < source.length) nodes.push(text(source.slice(end)))
  return nodes
}

function marked(groups: Record<string, string | undefined>): InlineNode {
  if (groups.code) return text(groups.code, FORMAT.code)
  if (groups.bold) return text(groups.bold, FORMAT.bold)
  if (groups.italic) return text(groups.italic, FORMAT.italic)
  return link(groups.label ?? '', groups.target ?? '')
}

function text(value: string, format: number = FORMAT.plain): SerializedTextNode {
  return { type: 'text', text: value, format, detail: 0, mode: 'normal', style: '', version: 1 }
}

function link(label: string, target: string): SerializedLinkNode<SerializedTextNode> {
  const [scheme = '', slug = ''] = target.split(':')
  const relationTo = Object.hasOwn(INTERNAL, scheme) ? INTERNAL[scheme as keyof typeof INTERNAL] : undefined
  return {
    type: 'link',
    children: [text(label)],
    fields: relationTo
      ? { linkType: 'internal', newTab: false, doc: { relationTo, value: demoId(relationTo, slug) } }
      : { linkType: 'custom', newTab: false, url: target },
    direction: null,
    format: '',
    indent: 0,
    version: 3,
  }
}
