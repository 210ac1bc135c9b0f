import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** How to call one of MongoDB's tools. The address is in a file of its own: everybody sees arguments, with its password. */
export type ToolCall = { program: 'mongodump' | 'mongorestore'; args: string[] }

/** Writes a database to an archive. @param config a file with its address */
export const dumpCall = (config: string, archive: string): ToolCall => ({
  program: 'mongodump',
  args: [`--config=${config}`, `--archive=${archive}`, '--gzip'],
})

/**
 * Reads a database from an archive, in place of what has the same names.
 * @param config a file with the address of the server
 * @param from name of the database in the archive
 * @param to name that it gets
 */
export const restoreCall = (config: string, archive: string, from: string, to: string): ToolCall => ({
  program: 'mongorestore',
  args: [
    `--config=${config}`,
    `--archive=${archive}`,
    '--gzip',
    '--drop',
    '--stopOnError',
    `--nsInclude=${from}.*`,
    ...(from === to ? [] : [`--nsFrom=${from}.*`, `--nsTo=${to}.*`]),
  ],
})

/** What a tool reads from its `--config`: YAML, of which JSON is a part. */
export const configFile = (url: string): string => `uri: ${JSON.stringify(url)}\n`

/** The address of a server without the database, which mongorestore would read as the one to fill. */
export function serverAddress(url: string): string {
  const [, start = '', database = '', query = ''] = /^(mongodb(?:\+srv)?:\/\/[^/?]+)\/?([^?]*)(\?.*)?$/.exec(url) ?? []
  // Users are looked for in the database that an address names, unless it says where.
  const needsSource = database && start.includes('@') && !/[?&]authSource=/i.test(query)
  const source = needsSource ? `${query ? `${query}&` : '?'}authSource=${database}` : query
  return `${start}/${source}`
}

/** The name of the database in an address. @throws Error when there is none */
export function databaseName(url: string): string {
  const name = /^mongodb(?:\+srv)?:\/\/[^/?]+\/([^?]+)/.exec(url)?.[1]
  if (!name) throw new Error('DATABASE_URL: name the database behind the server, as in mongodb://host/site')
  return decodeURIComponent(name)
}

/**
 * Calls a tool with an address.
 * @param call builds the call from the path of the file with the address
 * @throws Error with the last words of the tool, or that it is not installed
 */
export async function runTool(url: string, call: (config: string) => ToolCall): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'site-mongodb-'))
  const config = join(directory, 'config.yml')
  try {
    writeFileSync(config, configFile(url), { mode: 0o600 })
    const { program, args } = call(config)
    await run(program, args)
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

async function run(program: string, args: string[]): Promise<void> {
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  const words: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => {
    words.push(line)
    if (words.length > 5) words.shift()
  })
  const code = await new Promise<number | null>((done, fail) => {
    child.on('close', done)
    child.on('error', (error: NodeJS.ErrnoException) => {
      const isMissing = error.code === 'ENOENT'
      const advice = `${program} is not installed: it is part of the MongoDB Database Tools, a package of its own.`
      fail(isMissing ? new Error(advice) : error)
    })
  })
  if (code !== 0) throw new Error(`${program} failed:\n${words.join('\n')}`)
}
