import { chmodSync, rmSync } from 'node:fs'
import { type Client, createClient } from '@libsql/client'
import type { Manifest } from './manifest'

async function withDatabase<T>(file: string, work: (client: Client) => Promise<T>, patienceMs = 5_000): Promise<T> {
  const client = createClient({ url: `file:${file}` })
  try {
    await client.execute(`PRAGMA busy_timeout = ${patienceMs}`)
    return await work(client)
  } finally {
    client.close()
  }
}

/** Copies a database as it is at one moment, however many write to it meanwhile. @param copy a file that does not exist */
export async function snapshot(file: string, copy: string): Promise<void> {
  await withDatabase(file, (client) => client.execute({ sql: 'VACUUM INTO ?', args: [copy] }))
  chmodSync(copy, 0o600)
}

/**
 * What a database holds.
 * @throws Error when SQLite finds it damaged
 */
export function describe(file: string): Promise<Pick<Manifest, 'counts' | 'migrations'>> {
  return withDatabase(file, async (client) => {
    const column = async (sql: string) => (await client.execute(sql)).rows.map((row) => String(row[0]))
    const [verdict] = await column('PRAGMA integrity_check')
    if (verdict !== 'ok') throw new Error(`The database is damaged: ${verdict}`)
    const tables = await column(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    const counts: Manifest['counts'] = {}
    for (const table of tables) counts[table] = Number((await column(`SELECT count(*) FROM "${table}"`))[0])
    // A row of batch -1 is a schema that was pushed in development.
    return { counts, migrations: await column('SELECT name FROM payload_migrations WHERE batch > 0 ORDER BY name') }
  })
}

/**
 * True while another process has the database open. Leaving the write-ahead log, which needs it alone, also puts
 * everything into the one file.
 */
export async function isOpenElsewhere(file: string): Promise<boolean> {
  try {
    const mode = await withDatabase(file, (client) => client.execute('PRAGMA journal_mode = DELETE'), 0)
    return mode.rows[0]?.[0] !== 'delete'
  } catch (error) {
    if (error instanceof Error && /busy|locked/i.test(error.message)) return true
    throw error
  }
}

/** Removes a database with the files that SQLite keeps beside it. */
export function removeDatabase(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
}
