import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { signIn } from '../support/sign-in'
import { freePort, type Site, startSite } from '../support/site'

const TYPED = {
  'Full name': 'Nguyễn Thị Ánh',
  Company: 'Example & Sons',
  Message: 'We need a backend.\nAnd "an app" <soon>.',
}

/** Opens the form and fills it in as a person does. @param email makes the message recognisable */
async function filled(browser: Browser, site: Site, email: string, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled })
  const page = await context.newPage()
  await page.goto(`${site.url}/contact`)
  for (const [label, value] of Object.entries(TYPED)) await page.getByLabel(label).fill(value)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Topic').selectOption({ index: 1 })
  await page.getByRole('checkbox').check()
  // Sent faster than a person types, a message is held.
  await page.waitForTimeout(2_500)
  return page
}

const ticketOf = (page: Page) => page.locator('input[name="ticket"]').inputValue()

const send = (page: Page) => page.getByRole('button', { name: 'Send message' }).click()

async function stored(site: Site, email: string): Promise<{ message: string; state: string }[]> {
  const sales = await signIn(site, 'sales')
  const query = `where[email][equals]=${encodeURIComponent(email)}&limit=100`
  return (await sales.call<{ docs: { message: string; state: string }[] }>('GET', `/contact-submissions?${query}`)).docs
}

/** The visitor is told, keeps what was typed, and is shown how to reach a person. */
async function isToldAndKeepsTheText(page: Page, email: string): Promise<void> {
  const ticket = await ticketOf(page)
  const answered = page.waitForResponse((response) => response.url().endsWith('/forms/contact'))
  await send(page)
  const response = await answered
  expect(response.status()).toBe(503)
  expect(response.headers()['retry-after']).toMatch(/^\d+$/)
  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.getByRole('alert')).toContainText('could not be stored')
  for (const [label, value] of Object.entries({ ...TYPED, Email: email })) {
    await expect(page.getByLabel(label)).toHaveValue(value)
  }
  await expect(page.getByRole('checkbox')).toBeChecked()
  expect(await ticketOf(page)).toBe(ticket)
  const main = page.locator('main')
  await expect(main.locator('a[href^="tel:"]')).toBeVisible()
  await expect(main.locator('a[href^="mailto:"]')).toBeVisible()
  expect(await page.content()).not.toMatch(/SQLITE|node_modules|\bat \w+ \(/)
}

const isSentNow = async (page: Page) => {
  await send(page)
  await expect(page).toHaveURL(/\/contact\/received\//)
}

const health = async (site: Site) => {
  const response = await fetch(`${site.url}/healthz`)
  return { code: response.status, ...((await response.json()) as { status: string; database: string }) }
}

test.describe('on a full disk', () => {
  let site: Site
  test.beforeAll(async () => {
    site = await startSite({ env: { LOG_LEVEL: 'silent' } })
  })
  test.afterAll(() => site.stop())

  /** No file of the server may grow: what the system answers each write with, whoever runs it, as a full disk does. */
  const limitFiles = (bytes: '0' | 'unlimited') =>
    execFileSync('prlimit', ['--pid', String(site.pid), `--fsize=${bytes}:`])
  test.afterEach(() => limitFiles('unlimited'))

  for (const javaScriptEnabled of [true, false]) {
    const email = `full.${javaScriptEnabled}@example.com`
    test(`a message comes back to its sender, ${javaScriptEnabled ? 'with' : 'without'} JavaScript, and is sent once there is room`, async ({
      browser,
    }) => {
      const page = await filled(browser, site, email, javaScriptEnabled)
      limitFiles('0')
      await isToldAndKeepsTheText(page, email)
      // And again, as an impatient person does.
      await isToldAndKeepsTheText(page, email)
      await expect.poll(() => health(site)).toMatchObject({ code: 503, database: 'cannot be written' })
      expect((await fetch(`${site.url}/`)).status).toBe(200)

      limitFiles('unlimited')
      expect(await stored(site, email)).toEqual([])
      await isSentNow(page)
      expect(await stored(site, email)).toMatchObject([{ state: 'accepted', message: TYPED.Message }])
      await expect.poll(async () => (await health(site)).database).toBe('ok')
      await expect
        .poll(async () => (await site.mail().catch(() => [])).filter((mail) => mail.text?.includes(email)).length)
        .toBeGreaterThan(0)
      await page.context().close()
    })
  }
})

test.describe('on a read-only database', () => {
  const email = 'readonly@example.com'
  const port = freePort()
  let site: Site

  const files = (dataDir: string) =>
    ['site.db', 'site.db-wal', 'site.db-shm'].map((name) => join(dataDir, name)).filter((file) => existsSync(file))

  /** As after a restore by another user: what is there may be read. */
  function allow(dataDir: string, isWritable: boolean): void {
    for (const file of files(dataDir)) chmodSync(file, isWritable ? 0o644 : 0o444)
    chmodSync(dataDir, isWritable ? 0o755 : 0o555)
  }

  /** Root writes where it may not, unless that is taken from it. */
  const runner = process.getuid?.() === 0 ? ['setpriv', '--bounding-set', '-dac_override', '--'] : []

  test.beforeAll(async () => {
    site = await startSite({ port: await port, env: { LOG_LEVEL: 'silent' } })
  })
  test.afterAll(async () => {
    allow(site.dataDir, true)
    await site.stop({ keepData: false })
  })

  test('a message comes back to its sender, and is sent once the database may be written', async ({ browser }) => {
    const { dataDir } = site
    const page = await filled(browser, site, email, false)
    await site.stop({ keepData: true, signal: 'SIGKILL' })
    allow(dataDir, false)
    site = await startSite({ dataDir, port: await port, runner, health: 503, env: { LOG_LEVEL: 'silent' } })
    expect(await health(site)).toMatchObject({ code: 503, database: 'cannot be written' })
    await isToldAndKeepsTheText(page, email)
    await site.stop({ keepData: true })

    allow(dataDir, true)
    site = await startSite({ dataDir, port: await port, env: { LOG_LEVEL: 'silent' } })
    expect(await stored(site, email)).toEqual([])
    await isSentNow(page)
    expect(await stored(site, email)).toMatchObject([{ state: 'accepted', message: TYPED.Message }])
    await page.context().close()
  })
})
