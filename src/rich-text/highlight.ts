import { createHighlighterCoreSync, type HighlighterCore, type ThemeRegistrationRaw } from 'shiki/core'
import { createOnigurumaEngine } from 'shiki/engine/oniguruma'
import bash from 'shiki/langs/bash.mjs'
import c from 'shiki/langs/c.mjs'
import cpp from 'shiki/langs/cpp.mjs'
import csharp from 'shiki/langs/csharp.mjs'
import css from 'shiki/langs/css.mjs'
import go from 'shiki/langs/go.mjs'
import html from 'shiki/langs/html.mjs'
import javascript from 'shiki/langs/javascript.mjs'
import json from 'shiki/langs/json.mjs'
import php from 'shiki/langs/php.mjs'
import python from 'shiki/langs/python.mjs'
import rust from 'shiki/langs/rust.mjs'
import sql from 'shiki/langs/sql.mjs'
import tsx from 'shiki/langs/tsx.mjs'
import typescript from 'shiki/langs/typescript.mjs'
import yaml from 'shiki/langs/yaml.mjs'

type TokenKind = 'comment' | 'string' | 'number' | 'constant' | 'keyword' | 'function' | 'type'
export type Token = { text: string; kind?: TokenKind }

/** What a token is, by its TextMate scopes. The style sheet gives each kind its colour, in both themes. */
const SCOPES: Record<TokenKind, string[]> = {
  comment: ['comment', 'punctuation.definition.comment'],
  string: ['string', 'punctuation.definition.string', 'meta.attribute-selector string'],
  number: ['constant.numeric', 'keyword.other.unit'],
  constant: [
    'constant.language',
    'constant.character',
    'constant.other',
    'support.constant',
    'variable.other.constant',
  ],
  keyword: ['keyword', 'storage', 'variable.language', 'punctuation.definition.directive'],
  function: ['entity.name.function', 'support.function', 'meta.function-call.generic', 'entity.other.attribute-name'],
  type: [
    'entity.name.type',
    'entity.name.class',
    'entity.name.tag',
    'support.type',
    'support.class',
    'storage.type.cs',
  ],
}

const KINDS = Object.keys(SCOPES) as TokenKind[]
const PLAIN = '#000000'

/** For one line. Shiki's own half a second is not enough for the first one on a busy machine, and gives it up half way. */
const LINE_LIMIT_MS = 5000

/**
 * A colour that stands for a kind. Shiki gives each token a colour and writes it inline; we ask for the tokens and
 * turn the colour back into a class, since our CSP refuses inline style.
 */
const markOf = (kind: TokenKind) => `#0000${(KINDS.indexOf(kind) + 1).toString(16).padStart(2, '0')}`

const KIND_OF = new Map(KINDS.map((kind) => [markOf(kind), kind]))

const THEME: ThemeRegistrationRaw = {
  name: 'notebook',
  settings: [
    { settings: { foreground: PLAIN } },
    ...KINDS.map((kind) => ({ scope: SCOPES[kind], settings: { foreground: markOf(kind) } })),
    // Operators are keywords to most grammars, and coloured ones only make noise.
    { scope: ['keyword.operator', 'storage.type.function.arrow'], settings: { foreground: PLAIN } },
  ],
}

// Oniguruma itself, as WebAssembly: in JavaScript's own engine the first line of C++ takes seconds.
const engine = await createOnigurumaEngine(import('shiki/wasm'))

let highlighter: HighlighterCore | undefined

/** Built at the first listing and kept: reading seventeen grammars takes longer than highlighting. */
function shiki(): HighlighterCore {
  highlighter ??= createHighlighterCoreSync({
    themes: [THEME],
    langs: [bash, c, cpp, csharp, css, go, html, javascript, json, php, python, rust, sql, tsx, typescript, yaml],
    engine,
  })
  return highlighter
}

/** The lines of a listing as tokens. A language that is not known reads as plain text. */
export function highlight(code: string, language: string): Token[][] {
  const known = language !== 'text' && shiki().getLoadedLanguages().includes(language)
  if (!known) return code.split(/\r?\n/).map((text) => [{ text }])
  return shiki()
    .codeToTokensBase(code, { lang: language, theme: THEME.name ?? '', tokenizeTimeLimit: LINE_LIMIT_MS })
    .map((line) =>
      line.map(({ content, color }) => ({ text: content, kind: KIND_OF.get((color ?? PLAIN).toLowerCase()) })),
    )
}
