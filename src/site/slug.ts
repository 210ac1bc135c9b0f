import slugifyText from '@sindresorhus/slugify'

/** Languages whose names differ in signs that a slug cannot hold. */
const NAMES: Array<[string, string]> = [
  ['C++', ' cpp '],
  ['c++', ' cpp '],
  ['C#', ' csharp '],
  ['c#', ' csharp '],
  ['F#', ' fsharp '],
  ['.NET', ' dotnet '],
]

/**
 * The slug of a title: lower-case ASCII words joined by hyphens (`Đà Nẵng & C#` → `da-nang-and-csharp`).
 * A title without any letter that has an ASCII form (Chinese, emoji) gives an empty string: the caller needs a fallback.
 */
export function slugify(title: string): string {
  return slugifyText(title, { customReplacements: NAMES })
}
