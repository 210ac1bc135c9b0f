/** Words a minute in English, and characters a minute in Chinese and Japanese, after the IReST reading tests (2012). */
const WORDS_PER_MINUTE = 228
const CJK_CHARACTERS_PER_MINUTE = 300

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu

/**
 * Whole minutes a text takes to read, at least one. Chinese and Japanese are written without spaces and are counted in
 * characters; everything else in words, which in Vietnamese are its syllables. `Intl.Segmenter` finds words in Thai and
 * Khmer too, and does not take a dash or a bullet for one.
 */
export function readingTime(text: string, locale: string): number {
  const characters = text.match(CJK)?.length ?? 0
  const words = countWords(text.replace(CJK, ' '), locale)
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE + characters / CJK_CHARACTERS_PER_MINUTE))
}

function countWords(text: string, locale: string): number {
  let words = 0
  for (const segment of new Intl.Segmenter(locale, { granularity: 'word' }).segment(text)) {
    if (segment.isWordLike) words += 1
  }
  return words
}
