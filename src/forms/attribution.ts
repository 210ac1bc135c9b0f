import { z } from 'zod'
import { cleanLine } from './clean-text'

/** How somebody came to write to us. Everything is optional, because browsers and people may say nothing. */
export type Attribution = {
  /** Path of the first page they saw, with its query. */
  landingPage?: string
  /** Address of the other site that led there. */
  referrer?: string
  /** `utm_source`, `utm_medium` and `utm_campaign` of the first page. */
  source?: string
  medium?: string
  campaign?: string
  /** Slug of the article they came from. */
  article?: string
}

const text = (max: number) => z.string().transform((value) => cleanLine(value).replace(/\s+/gu, ' ').slice(0, max))

/** A part that is not what it should be is left out: nothing here is worth refusing a message for. */
const lenient = (schema: z.ZodType<string, string>) => schema.optional().catch(undefined)

const path = text(500).refine((value) => /^\/(?!\/)/.test(value))
const webAddress = text(500).refine((value) => /^https?:\/\//.test(value) && URL.canParse(value))
const campaignPart = text(120).refine((value) => value !== '')
const slug = text(120).refine((value) => /^[\p{Ll}\p{Lo}\p{N}]+(?:[-/][\p{Ll}\p{Lo}\p{N}]+)*$/u.test(value))

const schema = z.object({
  landingPage: lenient(path),
  referrer: lenient(webAddress),
  source: lenient(campaignPart),
  medium: lenient(campaignPart),
  campaign: lenient(campaignPart),
  article: lenient(slug),
})

const json = (value: string): unknown => {
  try {
    return JSON.parse(value)
  } catch {
    return {}
  }
}

/**
 * Reads what the form says about its sender's way here.
 * @param collected JSON that the script of our pages kept and sent with the form; empty without JavaScript.
 * @param from the `?from=` of the link that led to the form, which works without.
 */
export function readAttribution(collected: string, from: string): Attribution {
  const parts = schema.catch({}).parse(json(collected))
  const attribution = { ...parts, article: lenient(slug).parse(from || undefined) ?? parts.article }
  return Object.fromEntries(Object.entries(attribution).filter(([, value]) => value !== undefined))
}
