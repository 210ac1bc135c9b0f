import type { MailBlock } from './blocks'
import { plainText } from './plain-text'

export type { MailBlock } from './blocks'

/**
 * Both parts of a mail from one list of blocks: plain text without entities, and HTML in which text stays text.
 * @param locale code of the language it is written in
 */
export async function renderMail(
  blocks: readonly MailBlock[],
  locale: string,
): Promise<{ text: string; html: string }> {
  // Loading the library takes a second, which a process that renders no mail need not spend at its start.
  const { html } = await import('./html')
  return { text: plainText(blocks), html: await html(blocks, locale) }
}
