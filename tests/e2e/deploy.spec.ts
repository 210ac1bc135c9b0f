import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Browser, expect, test } from '@playwright/test'
import { reverseProxy } from '../support/reverse-proxy'
import { signIn } from '../support/sign-in'
import { freePort, type Site, startSite } from '../support/site'

/** The next build: the same code under another build id, in a directory of its own. */
function nextBuild(): string {
  const directory = mkdtempSync(join(tmpdir(), 'site-build-'))
  for (const name of ['node_modules', 'dist', 'package.json', 'next.config.mjs']) {
    symlinkSync(resolve(name), join(directory, name))
  }
  mkdirSync(join(directory, '.next'))
  for (const name of readdirSync('.next').filter((name) => name !== 'BUILD_ID' && name !== 'cache')) {
    symlinkSync(resolve('.next', name), join(directory, '.next', name))
  }
  writeFileSync(join(directory, '.next/BUILD_ID'), `next-${readFileSync('.next/BUILD_ID', 'utf8')}`)
  return directory
}

const DAY_MS = 24 * 3_600_000
const EMAIL = 'patient@example.com'

/** The form as a browser holds it, after an article and a campaign's link. */
async function openForm(browser: Browser, url: string): Promise<URLSearchParams> {
  const page = await browser.newPage()
  await page.goto(`${url}/blog/best-backend-frameworks-2024?utm_source=newsletter`)
  await page.goto(`${url}/contact`)
  await page.getByLabel('Full name').fill('Jordan Example')
  await page.getByLabel('Email').fill(EMAIL)
  await page.getByLabel('Topic').selectOption({ index: 1 })
  await page.getByLabel('Message').fill('Written yesterday, sent today.')
  await page.getByRole('checkbox').check()
  const pairs = await page.locator('form[action="/forms/contact"]').evaluate((form: HTMLFormElement) => {
    // The page's script fills in where the visit came from when the form is sent.
    form.addEventListener('submit', (event) => event.preventDefault())
    form.requestSubmit()
    return [...new FormData(form)].map(([name, value]) => [name, String(value)])
  })
  await page.close()
  return new URLSearchParams(pairs)
}

test('a form page of the build before, opened a day ago behind a proxy, still sends', async ({ browser }) => {
  const proxy = await reverseProxy()
  const env = { SITE_URL: proxy.url, TRUSTED_PROXIES: '127.0.0.1' }
  const [before, after] = [await freePort(), await freePort()]
  const directory = nextBuild()
  let site: Site | undefined
  try {
    const yesterday = { ...env, NODE_OPTIONS: '--import=./tests/support/yesterday.mjs' }
    site = await startSite({ port: before, env: yesterday })
    const { dataDir } = site
    proxy.leadTo(before)
    const body = await openForm(browser, proxy.url)
    const issuedAt = Number.parseInt(body.get('ticket')?.split('.')[1] ?? '', 36)
    expect(Math.abs(Date.now() - DAY_MS - issuedAt)).toBeLessThan(60_000)
    await site.stop({ keepData: true })

    site = await startSite({ port: after, dataDir, env, cwd: directory })
    proxy.leadTo(after)
    const send = (origin: string) =>
      fetch(`${proxy.url}/forms/contact`, { method: 'POST', body, redirect: 'manual', headers: { origin } })
    const sales = await signIn({ ...site, url: proxy.url }, 'sales')
    const stored = async () =>
      (
        await sales.call<{ docs: Record<string, unknown>[] }>(
          'GET',
          `/contact-submissions?where[email][equals]=${EMAIL}`,
        )
      ).docs

    expect((await send('http://elsewhere.example.com')).status).toBe(403)
    expect(await stored()).toEqual([])

    const answers = [await send(proxy.url), await send(proxy.url)]
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    const receipts = answers.map(({ headers }) => headers.get('location'))
    expect(receipts[1]).toBe(receipts[0])
    expect((await fetch(new URL(receipts[0] ?? '', proxy.url))).status).toBe(200)
    const all = await stored()
    expect(all).toMatchObject([{ state: 'accepted', name: 'Jordan Example' }])
    expect(JSON.stringify(all[0]?.attribution)).toContain('newsletter')
  } finally {
    await site?.stop({ keepData: false })
    await proxy.stop()
    rmSync(directory, { recursive: true, force: true })
  }
})
