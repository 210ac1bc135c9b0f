import { expect, type Page, test } from '@playwright/test'
import { type Role, type Site, startSite } from '../support/site'

test.describe.configure({ mode: 'serial' })

let site: Site

test.beforeAll(async () => {
  site = await startSite()
})

test.afterAll(async () => {
  await site?.stop()
})

async function enter(page: Page, role: Role) {
  const { email, password } = site.account(role)
  await page.goto(`${site.url}/admin`)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Login' }).click()
  await expect(page.getByRole('heading', { level: 1 }).or(page.locator('.dashboard'))).toBeVisible()
}

test('a visitor walks from the front page to an article and its framework', async ({ page }) => {
  await page.goto(site.url)
  await page.getByRole('banner').getByRole('link', { name: 'Blog' }).click()
  await page.goto(`${site.url}/blog/best-backend-frameworks-2024`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/backend/i)
  await page.locator('main a[href="/frameworks/rust"]').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rust')
  await expect(page.locator('main')).toContainText(/primary source not named/i)
  await expect(page.getByRole('contentinfo')).toContainText('hello@amela.tech')
})

test('an editor writes a post in the admin and publishes it; a visitor reads it', async ({ page }) => {
  const foreign: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url) && !/^(data|blob):/.test(request.url())) foreign.push(request.url())
  })
  await enter(page, 'editor')
  await page.goto(`${site.url}/admin/collections/articles/create`)
  await page.locator('#field-title').fill('What we learned from a slow week')
  await page.locator('#field-excerpt').fill('Three notes on calm delivery.')
  await page.locator('[data-lexical-editor="true"]').first().click()
  await page.keyboard.type('Slow weeks are when the good ideas come.')
  // The editor hands on what was typed a moment later; nobody is as fast as a script.
  const draft = page.url().replace('/admin/collections/', '/api/')
  const saved = () => page.evaluate(async (url) => (await fetch(url)).text(), `${draft}?draft=true&depth=0`)
  await expect.poll(saved).toContain('Slow weeks are when the good ideas come.')
  await page.getByRole('button', { name: 'Publish changes' }).click()
  await expect(page.locator('.toast-success')).toBeVisible()
  await expect.poll(async () => (await fetch(`${site.url}/blog/what-we-learned-from-a-slow-week`)).status).toBe(200)
  await page.goto(`${site.url}/blog/what-we-learned-from-a-slow-week`)
  await expect(page.locator('main')).toContainText('Slow weeks are when the good ideas come.')
  expect(foreign).toEqual([])
})

test('a prospect writes to us, sales is mailed and finds the lead in the inbox', async ({ page }) => {
  await page.goto(`${site.url}/contact`)
  await page.getByLabel('Full name').fill('Trần Thị Hương')
  await page.getByLabel('Email').fill('huong@example.com')
  await page.getByLabel('Topic').selectOption({ index: 1 })
  await page.getByLabel('Message').fill('We need a team for a Go back end from January.')
  await page.getByRole('checkbox').check()
  // Faster than a person would be held as suspicious.
  await page.waitForTimeout(3_500)
  await page.getByRole('button', { name: 'Send message' }).click()
  await expect(page).toHaveURL(/\/contact\/received\//)
  await expect.poll(async () => (await site.mail()).length, { timeout: 15_000 }).toBeGreaterThanOrEqual(2)
  const mails = await site.mail()
  const toSales = mails.find((mail) => mail.replyTo?.value[0]?.address === 'huong@example.com')
  expect(toSales?.text).toContain('We need a team for a Go back end from January.')
  await enter(page, 'sales')
  await page.goto(`${site.url}/admin/collections/leads`)
  await expect(page.getByRole('link', { name: 'Trần Thị Hương' })).toBeVisible()
})
