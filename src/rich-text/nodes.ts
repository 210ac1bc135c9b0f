import type { DefaultNodeTypes, SerializedBlockNode, SerializedHeadingNode } from '@payloadcms/richtext-lexical'
import type {
  Article,
  CalloutBlock,
  CallToActionBlock,
  CodeBlock,
  FaqBlock,
  FigureBlock,
  FrameworkCardBlock,
  MeetingBlock,
  QuoteBlock,
  StatisticBlock,
  TableBlock,
} from '@/payload-types'

/** A rich text as its field stores it. */
export type RichTextContent = Article['content']

export type RichTextBlock =
  | FrameworkCardBlock
  | StatisticBlock
  | CodeBlock
  | CalloutBlock
  | FigureBlock
  | TableBlock
  | QuoteBlock
  | CallToActionBlock
  | FaqBlock
  | MeetingBlock

/** Every node our editor can write. */
export type RichTextNode = DefaultNodeTypes | SerializedBlockNode<RichTextBlock>

export type HeadingNode = SerializedHeadingNode

/** The top-level nodes of a rich text; none for an empty field. */
export function nodesOf(content: RichTextContent | null | undefined): RichTextNode[] {
  // Payload types the children of a rich text as unknown records; the editor's features decide what they are.
  return (content?.root.children ?? []) as unknown as RichTextNode[]
}

/** The blocks of one type, in order. */
export function blocksOf<Type extends RichTextBlock['blockType']>(
  content: RichTextContent | null | undefined,
  blockType: Type,
): Extract<RichTextBlock, { blockType: Type }>[] {
  return nodesOf(content).flatMap((node) => {
    if (node.type !== 'block') return []
    const fields = (node as SerializedBlockNode<RichTextBlock>).fields
    return fields.blockType === blockType ? [fields as Extract<RichTextBlock, { blockType: Type }>] : []
  })
}

/** True if a text ends with a block of this type. */
export function endsWithBlock(
  content: RichTextContent | null | undefined,
  blockType: RichTextBlock['blockType'],
): boolean {
  const last = nodesOf(content).at(-1)
  return last?.type === 'block' && (last as SerializedBlockNode<RichTextBlock>).fields.blockType === blockType
}
