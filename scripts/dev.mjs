// `npm run dev`: the same server as in production, on Next's development build, with a database of its own.
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { runCli } from './run-cli.mjs'
import { secretIn } from './secret.mjs'
import './build-server.mjs'

const dataDir = resolve(process.env.DATA_DIR || './data')
const env = {
  ...process.env,
  NODE_ENV: 'development',
  NEXT_TELEMETRY_DISABLED: '1',
  DATA_DIR: dataDir,
  PAYLOAD_SECRET: process.env.PAYLOAD_SECRET || secretIn(dataDir),
}

// Migrations run when Payload starts in production: a schema that is pushed in development would block them later.
const site = `http://localhost:${process.env.PORT || 3000}`
const production = { ...env, NODE_ENV: 'production', SITE_URL: process.env.SITE_URL || site }
const { status } = runCli(['migrate'], { env: production, stdio: 'inherit' })
if (status !== 0) process.exit(status ?? 1)

const server = spawn(process.execPath, ['dist/server.mjs'], { env, stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('exit', (code) => process.exit(code ?? 0))
