/**
 * What comes before a formula without being seen. csv-stringify escapes a formula at the very beginning of a cell alone
 * (`escape_formulas`); spreadsheets skip blanks, and take a line feed there for the beginning of a formula (OWASP, CSV
 * Injection).
 */
const UNSEEN = /^[\p{White_Space}\p{Cc}\p{Cf}]+[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\n\v\f\0]/u

/** A text as a cell of a spreadsheet that shows it and does not execute it, once csv-stringify has had its turn, too. */
export const spreadsheetCell = (text: string): string => (UNSEEN.test(text) ? `'${text}` : text)
