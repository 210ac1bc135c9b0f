const MARKS = /\p{M}/gu

/** Letters that Unicode does not take apart into a letter and a mark. */
const LETTERS: Record<string, string> = { đ: 'd', ø: 'o', ł: 'l', ß: 'ss', æ: 'ae', œ: 'oe' }

/**
 * A word as it is compared: lower case, without marks, `đ` as `d`. So `da nang` finds `Đà Nẵng`, written composed or
 * decomposed.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/[đøłßæœ]/g, (letter) => LETTERS[letter] ?? letter)
}

/** Runs of letters and digits with the signs that tell C++ and C# apart; each Chinese or Japanese character by itself. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}])+[+#]{0,2}/gu

/** The words of a text, as they are written. */
export function words(text: string): string[] {
  return text.match(WORD) ?? []
}

export type Piece = { text: string; match: boolean }

/** A text in pieces, those that match a term of a query marked. Terms match from the start of a word, as the search does. */
export function markMatches(text: string, terms: string[]): Piece[] {
  const folded = terms.map(fold)
  const pieces: Piece[] = []
  let end = 0
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const start = fold(word)
    if (!folded.some((term) => term !== '' && start.startsWith(term))) continue
    if (index > end) pieces.push({ text: text.slice(end, index), match: false })
    pieces.push({ text: word, match: true })
    end = index + word.length
  }
  if (end < text.length) pieces.push({ text: text.slice(end), match: false })
  return pieces
}
