/** What XML 1.0 allows in a document; control characters are not, however they are written. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** A text without the characters that no XML document may hold. */
export function xmlSafe(text: string): string {
  return text.toWellFormed().replace(FORBIDDEN, '')
}

/** A text as the content of an element or of a quoted attribute. */
export function escapeXml(text: string): string {
  return xmlSafe(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')
}
