import { z } from 'zod'
import { cleanLine, cleanParagraphs, hasLineBreak } from './clean-text'
import { parseEmailAddress } from './email-address'

/** What is wrong with a field, as the key of a sentence in the catalogue of texts; no further problem is looked for. */
export const code = (problem: string) => ({ message: problem, abort: true })

/** Text of one line, cleaned; a field that was not sent is empty. */
export const lineField = z
  .string()
  .default('')
  .transform(cleanLine)
  .refine((text) => !hasLineBreak(text), code('lineBreak'))

/** Text of several lines, cleaned; a field that was not sent is empty. */
export const paragraphsField = z.string().default('').transform(cleanParagraphs)

export const nameField = lineField.pipe(z.string().min(1, code('nameMissing')).max(120, code('nameLong')))
export const companyField = lineField.pipe(z.string().max(160, code('companyLong')))
export const phoneField = lineField.pipe(z.string().max(60, code('phoneLong')))

/** One address. With control characters in it, it is an attack or a fault, so it is looked at before it is cleaned. */
export const emailField = z
  .string()
  .default('')
  .transform((typed) => (/\p{Cc}/u.test(typed.trim()) ? '?' : cleanLine(typed)))
  .pipe(z.string().min(1, code('emailMissing')))
  .transform((typed, context) => {
    const parsed = parseEmailAddress(typed)
    if (parsed) return parsed
    context.issues.push({ code: 'custom', input: typed, ...code('emailInvalid') })
    return z.NEVER
  })

/** What a ticked box sends: which text was agreed to. A ticked box that names none agrees to the one of today. */
const AGREED = 'agreed:'
export const consentValue = (version: string) => `${AGREED}${version}`

/** Agreement to the text of a version; where no text is asked for, any value will do. */
export const consentField = (version: string | undefined) =>
  lineField
    .refine((value) => value !== '' || version === undefined, code('consentMissing'))
    .refine(
      (value) => !value.startsWith(AGREED) || version === undefined || value === consentValue(version),
      code('consentChanged'),
    )

/** The first problem of each field, in the order of the form. */
export function problemsOf<Field extends string, Code extends string>(
  error: Pick<z.ZodError, 'issues'>,
  order: readonly Field[],
) {
  return order.flatMap((field) => {
    const issue = error.issues.find(({ path }) => path[0] === field)
    return issue ? [{ field, code: issue.message as Code }] : []
  })
}
