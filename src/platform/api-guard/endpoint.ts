import { buildVersionCollectionFields, buildVersionGlobalFields, type SanitizedConfig } from 'payload'
import type { FieldScope } from './fields'
import { badRequest, type Refusal } from './refusal'

const MAX_SEGMENT_CHARACTERS = 256

/**
 * Endpoints of Payload that nobody needs here. The runners of jobs take no lease, so that two calls do a job twice; the
 * drawer of pictures works for whoever asks.
 */
const CLOSED = [/^og(\/|$)/, /^payload-jobs\/(run|handle-schedules)(\/|$)/]

const NOT_FOUND: Refusal = { status: 404, message: 'Not found' }

type Config = Pick<SanitizedConfig, 'blocks' | 'collections' | 'globals'>

const collectionOf = (segments: string[], { collections }: Config) =>
  collections.find(({ slug }) => slug === segments[0])
const globalOf = (segments: string[], { globals }: Config) =>
  segments[0] === 'globals' ? globals.find(({ slug }) => slug === segments[1]) : undefined

/** Endpoints that Payload has for every collection and that fail where what they are about is switched off. */
function isSwitchedOff(segments: string[], config: Config): boolean {
  const collection = collectionOf(segments, config)
  if (collection) {
    if (segments[1] === 'verify') return !collection.auth?.verify
    return segments[1] === 'versions' && !collection.versions
  }
  const global = globalOf(segments, config)
  return Boolean(global) && segments[2] === 'versions' && !global?.versions
}

/**
 * Refuses an address below `/api` that cannot be one; undefined when it may be looked up.
 * @param segments the decoded parts of the path after `/api/`
 */
export function pathRefusal(segments: string[], config: Config): Refusal | undefined {
  for (const segment of segments) {
    if (segment.length > MAX_SEGMENT_CHARACTERS) return badRequest('A part of the address is too long')
    if (segment.includes('\0') || !segment.isWellFormed()) return badRequest('The address is not text')
  }
  // Payload looks collections up in an object, which answers to `constructor` too.
  if ((segments[0] ?? '') in {}) return NOT_FOUND
  const path = segments.join('/')
  if (CLOSED.some((pattern) => pattern.test(path)) || isSwitchedOff(segments, config)) return NOT_FOUND
}

/** The fields that a query at an address is about: those of a collection, of a version of it, or of a global's. */
export function scopeOf(segments: string[], config: SanitizedConfig): FieldScope {
  const collection = collectionOf(segments, config)
  if (collection) {
    const isVersion = segments[1] === 'versions'
    return {
      config,
      fields: isVersion ? buildVersionCollectionFields(config, collection, true) : collection.flattenedFields,
    }
  }
  const global = globalOf(segments, config)
  if (!global) return { config, fields: [] }
  const isVersion = segments[2] === 'versions'
  return { config, fields: isVersion ? buildVersionGlobalFields(config, global, true) : global.flattenedFields }
}
