import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Payload } from 'payload'
import { applyErasures } from '@/leads/privacy/erase'
import { type Erasure, journalFile, readErasures } from '@/leads/privacy/erasure-journal'
import { migrations } from '@/migrations'
import { isMongo } from '@/platform/database'
import { sha256 } from './files'
import { type Manifest, mismatch, readManifest } from './manifest'
import { pauseOwed } from './pause-owed'
import type { Place } from './place'
import { restoreMongo } from './restore-mongodb'
import { restoreSqlite } from './restore-sqlite'

export type RestoreOptions = {
  /** Puts what is there aside in place of refusing. */
  replace?: boolean
  /** A journal of erasures, besides that of the data directory: of a site that stood elsewhere. */
  erasures?: string
}

async function checkFiles(directory: string, { files }: Manifest): Promise<void> {
  for (const [name, hash] of Object.entries(files)) {
    const file = join(directory, name)
    if (!existsSync(file)) throw new Error(`The backup is broken: ${name} is missing.`)
    if ((await sha256(file)) !== hash) throw new Error(`The backup is broken: ${name} is not what it was.`)
  }
}

/** True if a site of ours answers on this machine's port. */
async function isServed(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(2_000) })
    .then((response) => response.json())
    .catch(() => undefined)
  return typeof answer === 'object' && answer !== null && 'status' in answer && 'database' in answer
}

/** What is known of people who were erased. @throws Error if there is no such journal */
function knownErasures({ DATA_DIR }: Place, journal: string | undefined): Erasure[] {
  if (journal !== undefined && !existsSync(journal)) throw new Error(`There is no journal of erasures at ${journal}.`)
  return [journalFile(DATA_DIR), ...(journal === undefined ? [] : [journal])].flatMap(readErasures)
}

/**
 * Puts a backup in place. People who were erased since it was made are erased from it. Everything that its data owed to people by mail is paused: the site had sent most of it since.
 * The site and its workers must not run.
 * @returns what was done, in lines
 * @throws Error that says in a line why it was not restored; what was there is as it was
 */
export async function restore(
  place: Place,
  directory: string,
  { replace = false, erasures: journal }: RestoreOptions,
  start: () => Promise<Payload>,
): Promise<string> {
  const manifest = readManifest(directory)
  const database = isMongo(place.DATABASE_URL) ? 'mongodb' : 'sqlite'
  const reason = mismatch(manifest, { database, migrations: migrations.map(({ name }) => name) })
  if (reason) throw new Error(reason)
  await checkFiles(directory, manifest)
  if (await isServed(place.PORT)) throw new Error(`A site runs on port ${place.PORT}: stop it, and its workers, first.`)

  // Read before anything is moved: where data are made ready there is another data directory.
  const known = knownErasures(place, journal)
  let applied = 0
  let paused = 0
  const finish = async (payload: Payload, erased: Erasure[] = []) => {
    const erasures = new Map([...known, ...erased].map((erasure) => [erasure.id, erasure]))
    await applyErasures(payload, [...erasures.values()])
    applied = erasures.size
    paused = await pauseOwed(payload, new Date(manifest.createdAt))
  }
  mkdirSync(place.DATA_DIR, { recursive: true })
  const into = database === 'mongodb' ? restoreMongo : restoreSqlite
  const kept = await into({ place, directory, manifest, replace, start, finish })
  return [
    `Restored the backup of ${manifest.createdAt}.`,
    ...(applied > 0 ? [`Erasures that were applied again: ${applied}.`] : []),
    ...(paused > 0 ? [`Mails paused until an admin releases them, under Leads › E-mails: ${paused}.`] : []),
    ...(kept ? [`What was there before is in ${kept}.`] : []),
  ].join('\n')
}
