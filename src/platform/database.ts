import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { migrations } from '@/migrations'
import type { Env } from './env'

/** True for a MongoDB address; everything else is an SQLite file. */
export const isMongo = (url: string | undefined) => /^mongodb(\+srv)?:\/\//.test(url ?? '')

/** Path of the SQLite file: the one that `DATABASE_URL` names, or the one of the data directory. */
export function sqliteFile({ DATABASE_URL, DATA_DIR }: Pick<Env, 'DATABASE_URL' | 'DATA_DIR'>): string {
  if (!DATABASE_URL) return join(resolve(DATA_DIR), 'site.db')
  const [path = ''] = DATABASE_URL.replace(/^file:(\/\/)?/, '').split('?')
  return resolve(decodeURIComponent(path))
}

/**
 * The database that `DATABASE_URL` names: MongoDB, or an SQLite file (`$DATA_DIR/site.db` unless it says `file:…`).
 * The schema comes from migrations alone, also in development: a pushed schema makes production ask a question and exit.
 */
export function database({ DATABASE_URL, DATA_DIR }: Pick<Env, 'DATABASE_URL' | 'DATA_DIR'>) {
  if (DATABASE_URL && isMongo(DATABASE_URL)) {
    return mongooseAdapter({ url: DATABASE_URL, ensureIndexes: true, migrationDir: resolve('src/migrations') })
  }
  mkdirSync(resolve(DATA_DIR), { recursive: true })
  return sqliteAdapter({
    client: { url: DATABASE_URL ?? `file:${sqliteFile({ DATA_DIR })}` },
    idType: 'uuid',
    push: false,
    wal: true,
    // Without it two processes lose writes to SQLITE_BUSY; transactions stay off for the same reason.
    busyTimeout: 5000,
    migrationDir: resolve('src/migrations'),
    prodMigrations: migrations,
  })
}
