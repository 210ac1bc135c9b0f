import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js'

/**
 * The E.164 form of a telephone number (`+84912345678`), by which a caller is recognised.
 * @param country ISO 3166 code for numbers written without a country.
 * @returns undefined if the number is doubtful; it is kept as typed then, never refused: number plans change, and
 * people write extensions and remarks into the field.
 */
export function toE164(typed: string, country?: string | null): string | undefined {
  const code = country?.toUpperCase() ?? ''
  const defaultCountry: CountryCode | undefined = isSupportedCountry(code) ? code : undefined
  const parsed = parsePhoneNumberFromString(typed, { defaultCountry, extract: false })
  return parsed?.isPossible() ? parsed.number : undefined
}
