import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { freePort } from '../support/site'

const dataDir = mkdtempSync(join(tmpdir(), 'site-command-'))

test.afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

/** Runs `npm run demo` until it has said where everything is, and ends it. */
async function demo(port: number): Promise<string> {
  const env = { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir }
  const child = spawn(process.execPath, ['scripts/demo.mjs'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  await expect.poll(() => said, { timeout: 60_000 }).toContain('Ctrl+C')
  expect((await fetch(`http://localhost:${port}/`)).status).toBe(200)
  const ended = new Promise((done) => child.once('exit', done))
  child.kill('SIGTERM')
  await ended
  return said
}

test('the demo says where the site, the admin, the mail and the accounts are, and keeps its data', async () => {
  const port = await freePort()
  const first = await demo(port)
  expect(first).toContain(`http://localhost:${port}/admin`)
  expect(first).toContain(join(dataDir, 'mail'))
  for (const role of ['admin', 'editor', 'author', 'sales']) {
    expect(first).toMatch(new RegExp(`${role}\\s+\\S+@example\\.com\\s+\\S{12,}`))
  }
  expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600)
  const database = statSync(join(dataDir, 'site.db')).ino
  const accounts = (said: string) => said.split('\n').filter((line) => line.includes('@example.com'))
  expect(accounts(await demo(port))).toEqual(accounts(first))
  expect(statSync(join(dataDir, 'site.db')).ino).toBe(database)
})

test('a wrong variable stops the start with one line that names it', () => {
  const start = (env: Record<string, string>) =>
    spawnSync(process.execPath, ['dist/server.mjs'], {
      env: { PATH: process.env.PATH, NODE_ENV: 'production', DATA_DIR: dataDir, ...env } as NodeJS.ProcessEnv,
      encoding: 'utf8',
      timeout: 30_000,
    })
  const good = { SITE_URL: 'https://www.example.com', PAYLOAD_SECRET: '0123456789abcdef'.repeat(4) }
  for (const [name, env] of Object.entries({
    PORT: { ...good, PORT: 'abc' },
    SITE_URL: { PAYLOAD_SECRET: good.PAYLOAD_SECRET },
    PAYLOAD_SECRET: { ...good, PAYLOAD_SECRET: 'short' },
    TRUSTED_PROXIES: { ...good, TRUSTED_PROXIES: 'everybody' },
  })) {
    const { status, stderr } = start(env as Record<string, string>)
    expect(status, name).toBe(1)
    expect(stderr.trim().split('\n'), name).toHaveLength(1)
    expect(stderr).toContain(name)
  }
  expect(readdirSync(dataDir)).not.toContain('undefined')
})
