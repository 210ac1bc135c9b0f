import type { MailBlock } from './blocks'

/** A value of several lines must not look like the next fact. */
const indented = (value: string) => value.replace(/\n/g, '\n  ')

function asText(block: MailBlock): string {
  if ('paragraph' in block) return block.paragraph
  if ('typed' in block) return block.typed
  if ('heading' in block) return block.heading
  if ('quote' in block) return block.quote.replace(/^/gm, '> ')
  if ('link' in block) return `${block.link.label}:\n${block.link.url}`
  if ('links' in block) return block.links.map(({ label, url }) => `- ${label}\n  ${url}`).join('\n')
  if ('note' in block) return block.note
  return block.facts.map(([label, value]) => `${label}: ${indented(value)}`).join('\n')
}

/**
 * The plain part of a mail: what was typed stands in it letter by letter. Lines are as long as their paragraphs, as mail
 * programs fold them to their window; on the way they are encoded to the length that SMTP allows.
 */
export const plainText = (blocks: readonly MailBlock[]): string => `${blocks.map(asText).join('\n\n')}\n`
