// `npm run demo`: everything a bare machine needs, from the build to a running site with content and accounts.
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { buildIfNeeded } from './build-if-needed.mjs'
import { runCli } from './run-cli.mjs'
import { secretIn } from './secret.mjs'

const port = process.env.PORT || '3000'
const dataDir = resolve(process.env.DATA_DIR || './data')
const env = {
  ...process.env,
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
  PORT: port,
  DATA_DIR: dataDir,
  SITE_URL: process.env.SITE_URL || `http://localhost:${port}`,
  PAYLOAD_SECRET: process.env.PAYLOAD_SECRET || secretIn(dataDir),
  LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
}

buildIfNeeded(env)

const filled = runCli(['demo'], { env, encoding: 'utf8' })
if (filled.status !== 0) {
  process.stderr.write(filled.stderr)
  process.exit(filled.status ?? 1)
}
const answer = filled.stdout.trim().split('\n')

const server = spawn(process.execPath, ['dist/server.mjs'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
server.stdout.on('data', (chunk) => process.stdout.write(chunk))
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('exit', (code) => process.exit(code ?? 0))

/** Resolves when the site answers; a server that ends before ends this process too. */
async function ready() {
  for (;;) {
    const response = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined)
    if (response?.ok) return
    await new Promise((done) => setTimeout(done, 200))
  }
}
await ready()
process.stdout.write(`
${answer[0]}

  Site      ${env.SITE_URL}
  Admin     ${env.SITE_URL}/admin
  Mail      ${env.SMTP_URL ? 'by the server of SMTP_URL' : `as .eml files in ${dataDir}/mail`}

  Accounts
${answer.slice(1).join('\n') || '  (as they were made before)'}

Stop it with Ctrl+C. The data stays in ${dataDir}.
`)
