import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import config from '@payload-config'
import { getPayload, type Payload } from 'payload'
import { clearDemo } from './demo/clear'
import { type DemoAccount, seedDemo } from './demo/seed'
import { env } from './platform/env'

/** Passwords of the demo accounts, for whoever runs the demo again; only their owner may read the file. */
function keepAccounts(accounts: DemoAccount[]): DemoAccount[] {
  const file = join(env().DATA_DIR, 'demo-accounts.json')
  if (accounts.length > 0) {
    writeFileSync(file, JSON.stringify(accounts, null, 2))
    chmodSync(file, 0o600)
  }
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as DemoAccount[]) : []
}

const COMMANDS: Record<string, { what: string; run: (payload: Payload) => Promise<string> }> = {
  migrate: {
    what: 'brings the database to this version',
    // Starting Payload in production has run the migrations already.
    run: async () => 'The database is up to date.',
  },
  demo: {
    what: 'fills an empty database with the demo content',
    run: async (payload) => {
      const { accounts, seeded } = await seedDemo(payload)
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
    run: async (payload) => {
      const removed = await clearDemo(payload)
      return `Removed ${removed} demo documents.`
    },
  },
}

const command = COMMANDS[process.argv[2] ?? '']
if (!command) {
  const list = Object.entries(COMMANDS).map(([name, { what }]) => `  ${name.padEnd(11)} ${what}`)
  process.stderr.write(`Commands:\n${list.join('\n')}\n`)
  process.exit(2)
}
try {
  env()
  const payload = await getPayload({ config })
  process.stdout.write(`${await command.run(payload)}\n`)
  process.exit(0)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exit(1)
}
