/** Control characters (Unicode category Cc) except tab and line breaks, and the marks that override text direction. */
const INVISIBLE = /[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069\ufeff]/gu

const LINE_BREAK = /[\r\n\u2028\u2029]/

const withoutInvisible = (typed: string) => typed.toWellFormed().normalize('NFC').replace(INVISIBLE, '')

/**
 * Text of a one-line field as it is kept: NFC, without control characters, runs of blanks as one, trimmed.
 * Line breaks are left in for `hasLineBreak` to find: an `<input>` never sends one, so they are an attack or a fault.
 */
export function cleanLine(typed: string): string {
  return withoutInvisible(typed)
    .trim()
    .replace(/[^\S\r\n\u2028\u2029]+/gu, ' ')
}

/** True if a one-line field holds more than one line. */
export function hasLineBreak(text: string): boolean {
  return LINE_BREAK.test(text)
}

/** Text of a field with several lines as it is kept: NFC, LF line ends, without control characters, trimmed. */
export function cleanParagraphs(typed: string): string {
  return withoutInvisible(typed)
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .trim()
}
