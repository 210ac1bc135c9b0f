import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const FILE = 'manifest.json'

/** Of this form of a backup; another one gets another number. */
const FORMAT = 1

const path = z.string().refine((name) => !name.split('/').includes('..') && !name.startsWith('/'), 'leads elsewhere')

const schema = z.object({
  format: z.number().int(),
  /** Version of the site that made the backup. */
  version: z.string(),
  /** ISO 8601, in UTC. */
  createdAt: z.iso.datetime(),
  database: z.enum(['sqlite', 'mongodb']),
  /** Name of the database on its server; only of MongoDB. */
  databaseName: z.string().optional(),
  /** Migrations that the data have seen. */
  migrations: z.array(z.string()),
  /** Rows or documents by table or collection. */
  counts: z.record(z.string(), z.number().int()),
  /** SHA-256 in hexadecimal of every file, by its path in the backup, with slashes. */
  files: z.record(path, z.string().regex(/^[0-9a-f]{64}$/)),
})

/** What a backup holds. It is written last, so a directory without it is a backup that did not come to its end. */
export type Manifest = z.output<typeof schema>

export const newManifest = (facts: Omit<Manifest, 'format'>): Manifest => ({ format: FORMAT, ...facts })

export const manifestFile = (directory: string): string => join(directory, FILE)

/** Reads the manifest of a backup. @throws Error that says why the directory is no backup */
export function readManifest(directory: string): Manifest {
  let text: string
  try {
    text = readFileSync(manifestFile(directory), 'utf8')
  } catch {
    throw new Error(`${directory} is not a whole backup: it has no ${FILE}.`)
  }
  const result = schema.safeParse(parsed(text))
  if (!result.success) {
    const [issue] = result.error.issues
    throw new Error(`${manifestFile(directory)} is broken: ${issue?.path.join('.')} ${issue?.message}`)
  }
  return result.data
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Why a backup cannot be restored here, if it cannot.
 * @param here the database that `DATABASE_URL` names, and the migrations that this version knows
 */
export function mismatch(manifest: Manifest, here: Pick<Manifest, 'database' | 'migrations'>): string | undefined {
  const unknown = manifest.migrations.filter((name) => !here.migrations.includes(name))
  if (manifest.format > FORMAT || unknown.length > 0) {
    return `The backup is of a newer version (${manifest.version}) than this one: install that version first.`
  }
  if (manifest.database !== here.database) {
    return `The backup is of ${manifest.database}, and DATABASE_URL names ${here.database}.`
  }
  return undefined
}
