import type { TestProject } from 'vitest/node'
import { type DatabaseKind, emptyDatabase } from './databases'

/** One empty database for a run of the contract suite; the name of Vitest's project says which kind. */
export default async function setup(project: TestProject) {
  const kind: DatabaseKind = project.name.endsWith('mongodb') ? 'mongodb' : 'sqlite'
  const { directory, remove, url } = await emptyDatabase(kind)
  project.provide('database', { kind, directory, url })
  return remove
}

declare module 'vitest' {
  export interface ProvidedContext {
    database: { kind: DatabaseKind; directory: string; url: string }
  }
}
