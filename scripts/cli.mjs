// Runs a command of `dist/cli.mjs` with the environment of the demo, for commands that work on its data.
import { resolve } from 'node:path'
import { runCli } from './run-cli.mjs'
import { secretIn } from './secret.mjs'

const dataDir = resolve(process.env.DATA_DIR || './data')
const env = {
  ...process.env,
  NODE_ENV: 'production',
  DATA_DIR: dataDir,
  SITE_URL: process.env.SITE_URL || `http://localhost:${process.env.PORT || 3000}`,
  PAYLOAD_SECRET: process.env.PAYLOAD_SECRET || secretIn(dataDir),
  LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
}
const { status } = runCli(process.argv.slice(2), { env, stdio: 'inherit' })
process.exit(status ?? 1)
