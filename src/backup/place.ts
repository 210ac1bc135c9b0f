import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { CollectionSlug, Payload } from 'payload'
import type { Erasure } from '@/leads/privacy/erasure-journal'
import type { Env } from '@/platform/env'
import type { Manifest } from './manifest'

/** Where the parts of a backup lie in its directory. */
export const PARTS = { sqlite: 'site.db', mongodb: 'site.archive', media: 'media' } as const

/** What a backup is made of, and a restore made in. */
export type Place = Pick<Env, 'DATA_DIR' | 'DATABASE_URL' | 'PORT'>

/** What a restore into either database is given. */
export type Restore = {
  place: Place
  /** Where the backup lies. */
  directory: string
  manifest: Manifest
  replace: boolean
  /** Starts Payload on what `DATA_DIR` and `DATABASE_URL` name when it is called. */
  start: () => Promise<Payload>
  /** What is done to restored data before anybody sees them. `erased` is what the replaced database knew of erasures. */
  finish: (payload: Payload, erased?: Erasure[]) => Promise<void>
}

export const mediaDirectory = ({ DATA_DIR }: Pick<Place, 'DATA_DIR'>): string => resolve(DATA_DIR, 'media')

/** Documents by collection, of MongoDB, which has no moment at which all of them are counted. */
export async function documentCounts(payload: Payload): Promise<Manifest['counts']> {
  const counts: Manifest['counts'] = {}
  for (const slug of Object.keys(payload.collections) as CollectionSlug[]) {
    counts[slug] = (await payload.count({ collection: slug, overrideAccess: true })).totalDocs
  }
  return counts
}

/** Moves back what was set aside, in place of what is there now. */
export function putBack(kept: string, paths: string[]): void {
  for (const path of paths) {
    const aside = join(kept, basename(path))
    if (!existsSync(aside)) continue
    rmSync(path, { recursive: true, force: true })
    renameSync(aside, path)
  }
}

/**
 * Moves what is there into a directory of its own beside it: all of it, or nothing.
 * @returns that directory
 * @throws what the file system threw: uploads on a volume of their own, for one, cannot be moved
 */
export function setAside({ DATA_DIR }: Pick<Place, 'DATA_DIR'>, paths: string[]): string {
  const kept = join(DATA_DIR, `replaced-${new Date().toISOString().replaceAll(':', '-')}`)
  mkdirSync(kept, { recursive: true, mode: 0o700 })
  try {
    for (const path of paths) if (existsSync(path)) renameSync(path, join(kept, basename(path)))
  } catch (error) {
    putBack(kept, paths)
    throw error
  }
  return kept
}
