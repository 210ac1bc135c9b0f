import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { getPayload, type Payload } from 'payload'
import { backUp } from './backup/backup'
import { restore } from './backup/restore'
import { clearDemo } from './demo/clear'
import { type DemoAccount, seedDemo } from './demo/seed'
import { readEnv } from './platform/env'

const env = () => readEnv(process.env)

/** Passwords of the demo accounts, for whoever runs the demo again; only their owner may read the file. */
function keepAccounts(accounts: DemoAccount[]): DemoAccount[] {
  const file = join(env().DATA_DIR, 'demo-accounts.json')
  if (accounts.length > 0) {
    writeFileSync(file, JSON.stringify(accounts, null, 2))
    chmodSync(file, 0o600)
  }
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as DemoAccount[]) : []
}

/**
 * Payload on the database that the environment names at this moment. The configuration is read only now: a backup
 * must not bring the database of a running site to another version.
 */
async function startPayload(): Promise<Payload> {
  const { default: config } = await import('@payload-config')
  return getPayload({ config })
}

/** The directory that a command was given. @throws Error that says how the command is called */
function directoryOf(positionals: string[], usage: string): string {
  const [directory] = positionals
  if (!directory || positionals.length > 1) throw new Error(`Usage: ${usage}`)
  return directory
}

const COMMANDS: Record<string, { what: string; run: (args: string[]) => Promise<string> }> = {
  migrate: {
    what: 'brings the database to this version',
    async run() {
      // Starting Payload in production runs the migrations.
      await startPayload()
      return 'The database is up to date.'
    },
  },
  demo: {
    what: 'fills an empty database with the demo content',
    async run() {
      const { accounts, seeded } = await seedDemo(await startPayload())
      const lines = keepAccounts(accounts).map(
        ({ role, email, password }) => `  ${role.padEnd(7)} ${email}  ${password}`,
      )
      return [
        seeded ? 'Demo content written.' : 'The database has content already; it was left as it is.',
        ...lines,
      ].join('\n')
    },
  },
  'demo:clear': {
    what: 'removes the demo content and nothing else',
    async run() {
      const removed = await clearDemo(await startPayload())
      return `Removed ${removed} demo documents.`
    },
  },
  backup: {
    what: 'writes database and uploads to a directory',
    run: (args) => backUp(env(), directoryOf(args, 'npm run backup -- <directory>'), startPayload),
  },
  restore: {
    what: 'puts a backup in place, while the site is stopped',
    run(args) {
      const { positionals, values } = parseArgs({
        args,
        allowPositionals: true,
        options: { replace: { type: 'boolean' }, erasures: { type: 'string' } },
      })
      const usage = 'npm run restore -- <directory> [--replace] [--erasures <file>]'
      return restore(env(), directoryOf(positionals, usage), values, startPayload)
    },
  },
}

const [name = '', ...args] = process.argv.slice(2)
const command = COMMANDS[name]
if (!command) {
  const list = Object.entries(COMMANDS).map(([known, { what }]) => `  ${known.padEnd(11)} ${what}`)
  process.stderr.write(`Commands:\n${list.join('\n')}\n`)
  process.exit(2)
}
try {
  env()
  process.stdout.write(`${await command.run(args)}\n`)
  process.exit(0)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exit(1)
}
