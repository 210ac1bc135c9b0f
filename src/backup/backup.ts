import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Payload } from 'payload'
import { migrations } from '@/migrations'
import { isMongo, sqliteFile } from '@/platform/database'
import packageJson from '../../package.json'
import { copyBelow, filesBelow, sha256 } from './files'
import { type Manifest, manifestFile, newManifest } from './manifest'
import { databaseName, dumpCall, runTool } from './mongodb'
import { documentCounts, mediaDirectory, PARTS, type Place } from './place'
import { describe, snapshot } from './sqlite'

type Described = Pick<Manifest, 'counts' | 'database' | 'databaseName' | 'migrations'>

async function backUpSqlite(place: Place, directory: string): Promise<Described> {
  const file = sqliteFile(place)
  if (!existsSync(file)) throw new Error(`There is no database at ${file}.`)
  const copy = join(directory, PARTS.sqlite)
  await snapshot(file, copy)
  return { database: 'sqlite', ...(await describe(copy)) }
}

async function backUpMongo(url: string, directory: string, start: () => Promise<Payload>): Promise<Described> {
  const name = databaseName(url)
  await runTool(url, (config) => dumpCall(config, join(directory, PARTS.mongodb)))
  // MongoDB has no migrations of its own: its data are of this version.
  const known = migrations.map((migration) => migration.name)
  return { database: 'mongodb', databaseName: name, migrations: known, counts: await documentCounts(await start()) }
}

/**
 * Writes a backup of the database and of all uploads, while the site runs or not. It holds personal data, so its owner
 * alone may read it.
 * @param directory where to; it is made, or empty
 * @param start starts Payload; asked for only where the database is MongoDB
 * @returns what was done, in a line
 * @throws Error that says in a line what is wrong
 */
export async function backUp(place: Place, directory: string, start: () => Promise<Payload>): Promise<string> {
  if (existsSync(directory) && readdirSync(directory).length > 0) throw new Error(`${directory} is not empty.`)
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const createdAt = new Date().toISOString()
  const media = [mediaDirectory(place), join(directory, PARTS.media)] as const
  // Before the database, so that nothing it knows of is deleted meanwhile, and after it for what was uploaded meanwhile.
  await copyBelow(...media)
  const url = place.DATABASE_URL ?? ''
  const described = isMongo(url) ? await backUpMongo(url, directory, start) : await backUpSqlite(place, directory)
  await copyBelow(...media)
  const files: Manifest['files'] = {}
  for (const name of filesBelow(directory)) files[name] = await sha256(join(directory, name))
  const manifest = newManifest({ version: packageJson.version, createdAt, ...described, files })
  writeFileSync(manifestFile(directory), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
  return `Backed up ${manifest.database} and ${Object.keys(files).length - 1} uploaded files to ${directory}.`
}
