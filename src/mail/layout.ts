/** A piece of a mail. Every string is text, also when a visitor typed it. */
export type MailBlock =
  | { paragraph: string }
  /** Text that somebody typed: its line breaks are kept. */
  | { quote: string }
  | { facts: readonly (readonly [label: string, value: string])[] }
  | { link: { label: string; url: string } }

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)

function asText(block: MailBlock): string {
  if ('paragraph' in block) return block.paragraph
  if ('quote' in block) return block.quote.replace(/^/gm, '> ')
  if ('link' in block) return `${block.link.label}:\n${block.link.url}`
  return block.facts.map(([label, value]) => `${label}: ${value}`).join('\n')
}

const ROW = 'padding:2px 16px 2px 0;vertical-align:top'

function asHtml(block: MailBlock): string {
  if ('paragraph' in block) return `<p>${escapeHtml(block.paragraph)}</p>`
  if ('quote' in block) {
    const style = 'margin:16px 0;padding-left:12px;border-left:2px solid #999;white-space:pre-wrap'
    return `<blockquote style="${style}">${escapeHtml(block.quote)}</blockquote>`
  }
  if ('link' in block) return `<p><a href="${escapeHtml(block.link.url)}">${escapeHtml(block.link.label)}</a></p>`
  const rows = block.facts.map(
    ([label, value]) =>
      `<tr><td style="${ROW}">${escapeHtml(label)}</td><td style="${ROW}">${escapeHtml(value)}</td></tr>`,
  )
  return `<table role="presentation" style="border-collapse:collapse">${rows.join('')}</table>`
}

/** Both parts of a mail from one list of blocks: plain text without entities, and HTML in which text stays text. */
export function renderMail(blocks: MailBlock[], locale: string): { text: string; html: string } {
  const body = blocks.map(asHtml).join('\n')
  const style = 'font-family:system-ui,sans-serif;font-size:16px;line-height:1.5;color:#1a1a1a;max-width:640px'
  return {
    text: `${blocks.map(asText).join('\n\n')}\n`,
    html: `<!doctype html>\n<html lang="${escapeHtml(locale)}"><head><meta charset="utf-8"></head>\n<body style="${style}">\n${body}\n</body></html>\n`,
  }
}
