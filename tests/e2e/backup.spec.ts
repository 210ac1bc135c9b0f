import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { runCli } from '../../scripts/run-cli.mjs'
import { signIn } from '../support/sign-in'
import { freePort, SECRET, type Site, startSite } from '../support/site'

test.describe.configure({ mode: 'serial' })

const root = mkdtempSync(join(tmpdir(), 'site-backup-'))
test.afterAll(() => rmSync(root, { recursive: true, force: true }))

const at = (name: string) => join(root, name)
const NAMED_ONE = 'where[name][equals]=Person%201'
const ARTICLE = '/blog/best-backend-frameworks-2024'

/** Runs a command as npm does, in a process of its own. */
function cli(args: string[], dataDir: string, port: number) {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    SITE_URL: `http://localhost:${port}`,
    DATA_DIR: dataDir,
    PAYLOAD_SECRET: SECRET,
    LOG_LEVEL: 'error',
  }
  const { status, stdout, stderr } = runCli(args, { env: env as NodeJS.ProcessEnv, encoding: 'utf8' })
  return { status, said: `${stdout}${stderr}` }
}

const fails = ({ status, said }: { status: number | null; said: string }, why: RegExp) => {
  expect(said).toMatch(why)
  expect(said.trim().split('\n')).toHaveLength(1)
  expect(status).toBe(1)
}

async function write(site: Site, number: number): Promise<void> {
  const fields = { name: `Person ${number}`, email: `person${number}@example.com`, message: `Message ${number}` }
  const html = await (await fetch(`${site.url}/contact`)).text()
  const value = (tag: RegExp) => html.match(tag)?.[0].match(/ value="([^"]*)"/)?.[1] ?? ''
  const [topic, consent] = [value(/<option[^>]*>/), value(/<input[^>]*name="consent"[^>]*>/)]
  const body = new URLSearchParams({ ...fields, topic, consent, attribution: '{}' })
  const headers = { 'x-forwarded-for': `198.18.0.${number}` }
  const response = await fetch(`${site.url}/forms/contact`, { method: 'POST', body, headers, redirect: 'manual' })
  expect(response.status).toBe(303)
}

async function total(site: Site, path: string): Promise<number> {
  // While a command ran, this process heard nothing: connections that the server closed meanwhile are noticed first.
  await new Promise((done) => setTimeout(done, 250))
  const admin = await signIn(site, 'admin')
  return (await admin.call<{ totalDocs: number }>('GET', path)).totalDocs
}

const manifestOf = (name: string) => JSON.parse(readFileSync(join(at(name), 'manifest.json'), 'utf8'))

/** Everything in a directory by its path, to see that nothing changed. */
const listing = (directory: string) =>
  readdirSync(directory, { recursive: true }).map((name) => [name, statSync(join(directory, String(name))).size])

let port: number

test('a site is backed up while it is written to, and what was whole at one moment is kept', async () => {
  port = await freePort()
  // Nobody takes mail, so that it is still owed.
  const env = { SMTP_URL: 'smtp://127.0.0.1:1', TRUSTED_PROXIES: '127.0.0.1', LOG_LEVEL: 'silent' }
  const site = await startSite({ port, env })
  try {
    for (let number = 0; number < 5; number++) await write(site, number)
    let isOver = false
    let written = 5
    const writer = (async () => {
      while (!isOver && written < 60) await write(site, written++)
    })()
    const { status, said } = cli(['backup', at('backup')], site.dataDir, port)
    isOver = true
    await writer
    expect(said).toMatch(/^Backed up sqlite and \d+ uploaded files to /)
    expect(status).toBe(0)
    fails(cli(['backup', at('backup')], site.dataDir, port), /is not empty/)

    const manifest = manifestOf('backup')
    expect(manifest).toMatchObject({ format: 1, database: 'sqlite', version: expect.stringMatching(/^\d+\./) })
    expect(manifest.migrations.length).toBeGreaterThan(0)
    expect(manifest.counts.contact_submissions).toBeGreaterThanOrEqual(5)
    expect(manifest.counts.contact_submissions).toBeLessThanOrEqual(await total(site, '/contact-submissions?limit=1'))
    expect(Object.keys(manifest.files).filter((name) => name.startsWith('media/')).length).toBeGreaterThan(0)
    // Leads are in it: others of the machine may not read it.
    expect(statSync(at('backup')).mode & 0o077).toBe(0)

    fails(cli(['restore', at('backup'), '--replace'], site.dataDir, port), /A site runs on port/)
    fails(cli(['restore', at('backup'), '--replace'], site.dataDir, await freePort()), /has .*site\.db open/)
  } finally {
    await site.stop()
  }
})

test('restored into an empty directory it is the site again, and mails nobody on its own', async () => {
  const { status, said } = cli(['restore', at('backup')], at('restored'), port)
  expect(said).toMatch(/^Restored the backup of .*\nMails paused .*: \d+\.$/m)
  expect(status).toBe(0)
  const site = await startSite({ dataDir: at('restored'), port })
  try {
    const html = await (await fetch(site.url + ARTICLE)).text()
    expect(html).toContain('<article')
    const [, picture = ''] = html.match(/<img[^>]* src="(\/media\/[^"]+)"/) ?? []
    const image = await fetch(site.url + picture.replaceAll('&amp;', '&'))
    expect([image.status, image.headers.get('content-type')]).toEqual([200, expect.stringMatching(/^image\//)])

    writeFileSync(
      join(site.dataDir, 'demo-accounts.json'),
      readFileSync(join(process.env.DEMO_DATA ?? '', 'demo-accounts.json')),
    )
    const { counts } = manifestOf('backup')
    expect(await total(site, '/contact-submissions?limit=1')).toBe(counts.contact_submissions)
    expect(await total(site, '/emails?limit=1&where[state][equals]=paused')).toBeGreaterThan(0)
    expect(await total(site, '/emails?limit=1&where[state][in]=queued,sending')).toBe(0)
    expect(existsSync(join(site.dataDir, 'mail'))).toBe(false)

    // Somebody asks to be erased, before another restore.
    const admin = await signIn(site, 'admin')
    const [{ id }] = (await admin.call<{ docs: [{ id: string }] }>('GET', `/leads?limit=1&${NAMED_ONE}`)).docs
    await admin.call('POST', `/leads/${id}/erase`, { name: 'Person 1' })
    expect(await total(site, `/leads?limit=1&${NAMED_ONE}`)).toBe(0)
  } finally {
    await site.stop()
  }
})

test('a restore refuses what it would destroy, and leaves everything as it was', async () => {
  const before = listing(at('restored'))
  fails(cli(['restore', at('backup')], at('restored'), port), /holds a site already/)
  fails(cli(['restore', at('nowhere')], at('restored'), port), /not a whole backup/)
  fails(cli(['restore'], at('restored'), port), /^Usage: npm run restore/)
  expect(listing(at('restored'))).toEqual(before)
})

test('told to replace, it puts what was there aside', async () => {
  writeFileSync(join(at('restored'), 'media/of-before.txt'), 'kept')
  const { status, said } = cli(['restore', at('backup'), '--replace'], at('restored'), port)
  expect(status, said).toBe(0)
  expect(said).toContain('Erasures that were applied again: 1.')
  const [kept = ''] = readdirSync(at('restored')).filter((name) => name.startsWith('replaced-'))
  expect(said).toContain(kept)
  expect(readFileSync(join(at('restored'), kept, 'media/of-before.txt'), 'utf8')).toBe('kept')
  expect(existsSync(join(at('restored'), kept, 'site.db'))).toBe(true)
  expect(existsSync(join(at('restored'), 'media/of-before.txt'))).toBe(false)
  expect(readdirSync(at('restored')).filter((name) => name.startsWith('.restore'))).toEqual([])
})

test('a restored backup does not bring back whom somebody had erased', async () => {
  const site = await startSite({ dataDir: at('restored'), port })
  try {
    expect(await total(site, `/leads?limit=1&${NAMED_ONE}`)).toBe(0)
    expect(await total(site, '/contact-submissions?limit=1&where[email][equals]=person1@example.com')).toBe(0)
    expect(await total(site, '/leads?limit=1')).toBe(manifestOf('backup').counts.leads - 1)
  } finally {
    await site.stop()
  }
  fails(cli(['restore', at('backup'), '--erasures', at('none')], at('third'), port), /no journal of erasures at/)
})

test('a backup that is broken or newer is refused before anything is touched', async () => {
  const manifest = manifestOf('backup')
  const save = (content: unknown) => writeFileSync(join(at('backup'), 'manifest.json'), JSON.stringify(content))
  save({ ...manifest, migrations: [...manifest.migrations, '29990101_000000_later'] })
  fails(cli(['restore', at('backup')], at('third'), port), /newer version/)
  save(manifest)
  appendFileSync(join(at('backup'), 'site.db'), 'x')
  fails(cli(['restore', at('backup')], at('third'), port), /broken: site\.db is not what it was/)
  rmSync(join(at('backup'), 'site.db'))
  fails(cli(['restore', at('backup')], at('third'), port), /broken: site\.db is missing/)
  expect(existsSync(join(at('third'), 'site.db'))).toBe(false)
})
