import { callout, code, h2, p, richText, table, ul } from '../../rich-text'
import type { DemoArticle } from '../types'

export const searchingVietnameseText: DemoArticle = {
  slug: 'searching-vietnamese-text',
  title: 'Searching Vietnamese text: marks, đ and the two ways to write á',
  excerpt:
    'Half of your users type without diacritics and all of them expect to find what they mean. What a search has to fold, and what it must not.',
  publishedAt: '2026-04-14T02:00:00.000Z',
  topics: ['inclusion', 'data'],
  authors: ['amela-engineering'],
  related: ['accessibility-as-acceptance-criterion', 'choosing-a-database-for-a-first-release'],
  content: richText(
    p(
      'Vietnamese is written in Latin letters with two layers of marks.',
      'One makes a different vowel (a, ă, â), the other gives the tone (a, á, à, ả, ã, ạ).',
      'Both can sit on the same letter: the ế in *tiếng* carries a circumflex and an acute.',
      'The marks are not decoration.',
      '*Ma, má, mà, mả, mã, mạ* are six words: ghost, mother, but, grave, horse, rice seedling.',
    ),
    p(
      'And yet people leave them out.',
      'On a foreign keyboard, in a hurry, in a web address, “pho bo” has to find *phở bò*.',
      'A search that insists on the marks finds nothing; one that forgets them altogether puts the ghost beside the mother.',
    ),
    h2('One letter, two spellings'),
    p(
      'Before folding anything, know that Unicode writes the same letter in more than one way.',
      'ế can be a single code point (U+1EBF), or e with two combining marks after it.',
      'They look the same, and they are not equal:',
    ),
    code(
      'javascript',
      `
      const composed = '\\u1EBF'            // ế
      const decomposed = 'e\\u0302\\u0301'   // e + circumflex + acute: ế

      composed === decomposed                                    // false
      composed === decomposed.normalize('NFC')                   // true
      [...'Ti\\u1EBFng'].length                                   // 5
      [...'Tie\\u0302\\u0301ng'].length                            // 7
      `,
      'unicode.js',
    ),
    p(
      'File names from a Mac and some input methods produce the second form.',
      'So normalise text to NFC once, where it enters your system, and every comparison, length limit and unique index afterwards means what it says.',
    ),
    h2('Fold for searching'),
    p(
      'Decompose, drop the marks, lower the case. One letter resists: đ is not a d with a mark, it is a letter with a stroke, and no normalisation takes it apart.',
    ),
    code(
      'javascript',
      `
      export function fold(text) {
        return text
          .normalize('NFD')
          .replace(/\\p{M}/gu, '')
          .replace(/đ/g, 'd')
          .replace(/Đ/g, 'D')
          .toLowerCase()
      }

      fold('Đường Phạm Hùng')   // 'duong pham hung'
      `,
      'fold.js',
    ),
    p(
      'Run it over the index and over the query. Keep the original beside it: the folded text is for finding, never for showing.',
    ),
    callout(
      'warning',
      'Folding is a rule of a language',
      'In German, ö may be typed as oe; in Swedish it is a letter at the end of the alphabet.',
      'If a site has several languages, fold by the language of the document and do not be surprised by names.',
    ),
    h2('Rank what was meant'),
    p(
      'Somebody who takes the trouble to type marks means them. So find with the folded form, and rank with the original:',
    ),
    table(
      'What should come first',
      ['Query', 'Document A', 'Document B', 'First'],
      ['ma', 'má', 'ma', 'B: exact'],
      ['má', 'má', 'ma', 'A: exact, B still found'],
      ['pho', 'phố cổ', 'phở bò', 'both, by relevance'],
      ['phở', 'phố cổ', 'phở bò', 'B: the tone was typed'],
    ),
    p(
      'In an index with fields that is two fields with two weights, the exact one worth more. Two or three times as much is a good place to begin.',
    ),
    h2('What the database does by itself'),
    ul(
      '**PostgreSQL**: the extension `unaccent` knows đ, too; wrap it in an immutable function to index it. A nondeterministic ICU collation can compare without marks.',
      '**MySQL**: `utf8mb4_0900_ai_ci` ignores marks; `utf8mb4_vi_0900_ai_ci` follows the rules of Vietnamese. They disagree about letters, so try both with your own words.',
      '**MongoDB**: a text index, version 3, ignores diacritics; a collation with strength 1 does the same for ordinary queries.',
      '**SQLite**: `LIKE` folds the case of ASCII only. FTS5 has `remove_diacritics 2`; test it with đ, or store a folded column and be certain.',
    ),
    p(
      'Since four systems behave in four ways, we fold in our own code and store the result. Eight lines, one test, the same answer everywhere.',
    ),
    h2('Words are not what spaces divide'),
    p(
      'Vietnamese puts a space between syllables: *máy tính* is one word, computer, made of “machine” and “calculate”.',
      'A search for the two syllables apart finds washing machines as well.',
      'You need no dictionary to soften this: give a bonus to documents in which the syllables of the query stand next to each other, and most of the noise sinks.',
    ),
    h2('And in addresses and names'),
    ul(
      'Web addresses are built from the folded form: `/tim-kiem-tieng-viet`. Test with đ, where a plain NFD leaves a hole: “uong”.',
      'Names are stored as they were typed and never “corrected”. *Hoà* and *Hòa* are both right; a person decides how to write their own.',
      'Sort with `Intl.Collator("vi")`: ă comes after a, and đ after d.',
      'Check fonts with *Ễ ữ ợ ậ Ẵ*: two marks on a capital are where line height shows.',
    ),
    p(
      'A user who types “pho bo” is not careless. They have learnt that software does not listen. It is a pleasure to prove them wrong.',
    ),
  ),
}
