import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCli } from '../../scripts/run-cli.mjs'

/** A port of this machine that nobody listens on. */
export const freePort = () =>
  new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => done(port))
    })
  })

const environment = (dataDir, port, extra = {}) => ({
  ...process.env,
  NODE_ENV: 'production',
  HOST: '127.0.0.1',
  PORT: String(port),
  SITE_URL: `http://localhost:${port}`,
  DATA_DIR: dataDir,
  PAYLOAD_SECRET: 'for-measuring-only-0123456789abcdef0123456789',
  LOG_LEVEL: 'warn',
  ...extra,
})

/** A data directory with the demo content; gone when this process ends. */
export function demoData() {
  const dataDir = mkdtempSync(join(tmpdir(), 'site-bench-'))
  process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }))
  const { status, stderr } = runCli(['demo'], {
    env: environment(dataDir, 3000),
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  return dataDir
}

/** Starts the process that does the work in the background, on a data directory. */
export function startWorker(dataDir, env) {
  const worker = spawn(process.execPath, ['dist/worker.mjs'], {
    env: environment(dataDir, 0, env),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  process.on('exit', () => worker.kill())
  return { stop: () => worker.kill() }
}

/** Starts the built site on a data directory. @param env variables beside those that every site needs */
export async function startSite(dataDir, env) {
  const port = await freePort()
  const server = spawn(process.execPath, ['dist/server.mjs'], {
    env: environment(dataDir, port, env),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  process.on('exit', () => server.kill())
  const url = `http://localhost:${port}`
  while (!(await fetch(`${url}/healthz`).catch(() => undefined))?.ok) await new Promise((done) => setTimeout(done, 100))
  const kilobytes = (field) =>
    Number(new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1])
  return {
    url,
    /** Resident memory now, in megabytes. */
    memory: () => Math.round(kilobytes('VmRSS') / 1024),
    /** The most it ever was. */
    peakMemory: () => Math.round(kilobytes('VmHWM') / 1024),
    stop: () => server.kill(),
  }
}

/** Signs in as the demo's editor. @returns a function that calls the API */
export async function editorOf(dataDir, url) {
  const accounts = JSON.parse(readFileSync(join(dataDir, 'demo-accounts.json'), 'utf8'))
  const { email, password } = accounts.find(({ role }) => role === 'editor')
  const headers = { 'content-type': 'application/json', origin: url }
  const login = await fetch(`${url}/api/users/login`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ email, password }),
  })
  const cookie = login.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  return async (method, path, body) => {
    const response = await fetch(`${url}/api${path}`, {
      method,
      headers: { ...headers, cookie },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`)
    return response.json()
  }
}
