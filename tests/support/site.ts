import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ParsedMail, simpleParser } from 'mailparser'
import { runCli } from '../../scripts/run-cli.mjs'

export type Role = 'admin' | 'editor' | 'author' | 'sales'
export type Account = { role: Role; email: string; password: string }

export const SECRET = 'for-tests-only-0123456789abcdef0123456789abcdef'

/** A port of this machine that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().on('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

const environment = (dataDir: string, port: number, extra: Record<string, string> = {}) => ({
  ...process.env,
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
  HOST: '127.0.0.1',
  PORT: String(port),
  SITE_URL: `http://localhost:${port}`,
  DATA_DIR: dataDir,
  PAYLOAD_SECRET: SECRET,
  LOG_LEVEL: 'error',
  ...extra,
})

/** A new data directory with the demo content in it. */
export function demoData(): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'site-demo-'))
  const { status, stderr } = runCli(['demo'], {
    env: environment(dataDir, 3000) as NodeJS.ProcessEnv,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`Filling the demo failed: ${stderr}`)
  return dataDir
}

export type Site = {
  url: string
  dataDir: string
  pid: number
  account(role: Role): Account
  /** Mail written so far, oldest first. */
  mail(): Promise<ParsedMail[]>
  /** Ends the process; its data goes too, unless they are kept for another one. */
  stop(options?: { signal?: NodeJS.Signals; keepData?: boolean }): Promise<void>
}

async function answers(url: string, server: ChildProcess, health: number): Promise<void> {
  for (let i = 0; i < 300; i++) {
    if (server.exitCode !== null) throw new Error(`The server ended with code ${server.exitCode}`)
    const response = await fetch(`${url}/healthz`).catch(() => undefined)
    if (response?.status === health) return
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error('The server did not answer within 30 s')
}

/**
 * Starts the built site as its users run it, in a process of its own.
 * @param dataDir data to use as it is; without it a copy of the demo data, removed at the end
 * @param env variables beside those that every site needs
 * @param runner a command, with its arguments, that runs the one behind it
 * @param cwd where the build lies
 * @param health what `/healthz` says once the site is up
 */
export async function startSite(
  options: {
    dataDir?: string
    port?: number
    env?: Record<string, string>
    runner?: string[]
    cwd?: string
    health?: number
  } = {},
): Promise<Site> {
  const port = options.port ?? (await freePort())
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'site-'))
  if (!options.dataDir) cpSync(process.env.DEMO_DATA ?? demoData(), dataDir, { recursive: true })
  const [command = '', ...args] = [...(options.runner ?? []), process.execPath, 'dist/server.mjs']
  const server = spawn(command, args, {
    cwd: options.cwd,
    env: environment(dataDir, port, options.env) as NodeJS.ProcessEnv,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://localhost:${port}`
  await answers(url, server, options.health ?? 200).catch((error) => {
    server.kill()
    throw error
  })
  return {
    url,
    dataDir,
    pid: server.pid ?? 0,
    account(role) {
      const accounts = JSON.parse(readFileSync(join(dataDir, 'demo-accounts.json'), 'utf8')) as Account[]
      const account = accounts.find((candidate) => candidate.role === role)
      if (!account) throw new Error(`No demo account for ${role}`)
      return account
    },
    async mail() {
      const directory = join(dataDir, 'mail')
      const names = readdirSync(directory, { withFileTypes: true }).filter((file) => file.name.endsWith('.eml'))
      return Promise.all(names.map((file) => simpleParser(readFileSync(join(directory, file.name)))))
    },
    async stop({ signal = 'SIGTERM', keepData = Boolean(options.dataDir) } = {}) {
      if (server.exitCode === null) {
        const ended = new Promise((done) => server.once('exit', done))
        server.kill(signal)
        await ended
      }
      if (!keepData) rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Starts the process that does the work in the background, on a data directory. @returns what ends it */
export function startWorker(dataDir: string, env: Record<string, string>): { stop(): Promise<void> } {
  const worker = spawn(process.execPath, ['dist/worker.mjs'], {
    env: environment(dataDir, 0, env) as NodeJS.ProcessEnv,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return {
    async stop() {
      if (worker.exitCode !== null) return
      const ended = new Promise((done) => worker.once('exit', done))
      worker.kill()
      await ended
    },
  }
}
