import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import { startMongoDouble } from './mongo-double'

/** The databases that the product runs on; the contract suite runs once on each. */
export type DatabaseKind = 'sqlite' | 'mongodb'

export type EmptyDatabase = {
  /** Directory for files: uploads, and the SQLite database. */
  directory: string
  /** Value of `DATABASE_URL`; empty for the SQLite file in the directory. */
  url: string
  /** Removes the database and the directory. */
  remove: () => Promise<void>
}

/**
 * An empty database of its own: an SQLite file, or a database on MongoDB. That is a real server when `MONGODB_URI` is
 * set, and otherwise the test double in this process.
 */
export async function emptyDatabase(kind: DatabaseKind): Promise<EmptyDatabase> {
  const directory = mkdtempSync(join(tmpdir(), `contract-${kind}-`))
  const removeDirectory = () => rmSync(directory, { recursive: true, force: true })
  if (kind === 'sqlite') return { directory, url: '', remove: async () => removeDirectory() }
  const name = `contract-${randomUUID()}`
  const server = process.env.MONGODB_URI
  if (server) {
    const url = withDatabase(server, name)
    return { directory, url, remove: () => dropDatabase(url).finally(removeDirectory) }
  }
  const double = await startMongoDouble()
  return { directory, url: withDatabase(double.url, name), remove: () => double.stop().finally(removeDirectory) }
}

/** The address of another database on the same server. */
function withDatabase(server: string, name: string): string {
  const url = new URL(server)
  const home = url.pathname.slice(1)
  // Without it a user is looked for in the database that the address names, which is now another one.
  if (home && url.username && !url.searchParams.has('authSource')) url.searchParams.set('authSource', home)
  url.pathname = `/${name}`
  return url.href
}

async function dropDatabase(url: string): Promise<void> {
  const client = await new MongoClient(url).connect()
  await client.db().dropDatabase()
  await client.close()
}
