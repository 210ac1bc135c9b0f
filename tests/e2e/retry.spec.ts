import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { signIn } from '../support/sign-in'
import { freePort, type Site, startSite } from '../support/site'

test.describe.configure({ mode: 'serial' })

let site: Site
let port: number

test.beforeAll(async () => {
  port = await freePort()
  site = await startSite({ port })
})

test.afterAll(async () => {
  await site?.stop({ keepData: false })
})

const MESSAGE = 'Written on a train,\nbetween two tunnels.'

async function open(page: Page, email: string) {
  await page.goto(`${site.url}/contact`)
  await page.getByLabel('Full name').fill('Jordan Example')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Topic').selectOption({ index: 1 })
  await page.getByLabel('Message').fill(MESSAGE)
  await page.getByRole('checkbox').check()
}

const send = (page: Page) => page.getByRole('button', { name: 'Send message' }).click()
const notice = (page: Page) => page.getByRole('status').filter({ hasText: 'Not sent yet' })
const ticketOf = (page: Page) => page.locator('input[name="ticket"]').inputValue()
const stored = (page: Page) => page.evaluate(() => sessionStorage.getItem('unsent-message'))

/** No try reaches the site until it is ended. */
async function cutOff(page: Page) {
  await page.route('**/forms/contact', (route) => route.abort('connectionreset'))
  return () => page.unroute('**/forms/contact')
}

async function submissionsOf(email: string) {
  const sales = await signIn(site, 'sales')
  const query = `where[email][equals]=${encodeURIComponent(email)}`
  return (await sales.call<{ docs: Array<{ message: string }> }>('GET', `/contact-submissions?${query}`)).docs
}

async function expectArrived(page: Page, email: string) {
  await expect(page).toHaveURL(/\/contact\/received\/[\w-]+\?by=/, { timeout: 40_000 })
  await expect(page.locator('main')).toContainText(new URL(page.url()).pathname.split('/').pop() as string)
  expect(await stored(page)).toBeNull()
  expect(await submissionsOf(email)).toHaveLength(1)
}

test('a message written offline is kept, and arrives once when the network is back', async ({ page, context }) => {
  const email = 'offline@example.com'
  await open(page, email)
  await context.setOffline(true)
  await send(page)
  await expect(notice(page)).toContainText('Your text is kept in this tab')
  const kept = JSON.parse((await stored(page)) ?? '{}')
  expect(kept).toMatchObject({
    email,
    message: expect.stringContaining('between two tunnels'),
    consent: expect.stringContaining('agreed:'),
  })
  expect(kept.ticket).toBe(await ticketOf(page))
  expect(kept).not.toHaveProperty('extra_remarks')
  await expect(page.getByRole('button', { name: 'Send message' })).toBeEnabled()
  await context.setOffline(false)
  await expectArrived(page, email)
})

test('a message whose answer was lost is sent again with the same body, and stored once', async ({ page }) => {
  const email = 'lost.answer@example.com'
  const bodies: string[] = []
  await page.route('**/forms/contact', async (route) => {
    bodies.push(route.request().postData() ?? '')
    if (bodies.length > 1) return route.continue()
    expect((await route.fetch({ maxRedirects: 0 })).status()).toBe(303)
    return route.abort('connectionreset')
  })
  await open(page, email)
  await send(page)
  await expect(notice(page)).toBeVisible()
  expect(await submissionsOf(email)).toHaveLength(1)
  await expectArrived(page, email)
  expect(bodies).toHaveLength(2)
  expect(bodies[1]).toBe(bodies[0])
})

test('a message survives the end of the server it was sent to', async ({ page }) => {
  const email = 'killed@example.com'
  await open(page, email)
  const { dataDir } = site
  await page.route(
    '**/forms/contact',
    async (route) => {
      await site.stop({ signal: 'SIGKILL', keepData: true })
      await route.continue()
    },
    { times: 1 },
  )
  await send(page)
  await expect(notice(page)).toBeVisible()
  site = await startSite({ dataDir, port })
  await expectArrived(page, email)
})

test('a page opened again in this tab goes on, with what was edited meanwhile', async ({ page }) => {
  const email = 'reload@example.com'
  await open(page, email)
  const restore = await cutOff(page)
  await send(page)
  await expect(notice(page)).toBeVisible()
  await page.getByLabel('Message').fill('Edited while the network was away.')
  const ticket = await ticketOf(page)
  await page.goto(`${site.url}/blog`)
  await page.goto(`${site.url}/contact`)
  await expect(notice(page)).toBeVisible()
  await expect(page.getByLabel('Full name')).toHaveValue('Jordan Example')
  await expect(page.getByLabel('Message')).toHaveValue('Edited while the network was away.')
  await expect(page.getByRole('checkbox')).toBeChecked()
  expect(await ticketOf(page)).toBe(ticket)
  await restore()
  await page.getByRole('button', { name: 'Try now' }).click()
  await expectArrived(page, email)
  expect(await submissionsOf(email)).toMatchObject([{ message: 'Edited while the network was away.' }])
})

test('a second click while a message is on its way is no second try', async ({ page }) => {
  const email = 'double@example.com'
  let tries = 0
  await page.route('**/forms/contact', async (route) => {
    tries++
    await new Promise((done) => setTimeout(done, 800))
    await route.continue()
  })
  await open(page, email)
  await page.getByRole('button', { name: 'Send message' }).dblclick()
  await expect(page.getByRole('status')).toHaveText('Sending…')
  await expectArrived(page, email)
  expect(tries).toBe(1)
})

test('what is to be corrected is shown as if the page had been loaded, and can be sent then', async ({ page }) => {
  const email = 'corrected@example.com'
  await open(page, 'not an address')
  const answered = page.waitForResponse((response) => response.url().endsWith('/forms/contact'))
  await send(page)
  expect((await answered).status()).toBe(422)
  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.getByRole('alert')).toBeFocused()
  await expect(page.getByLabel('Email')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByLabel('Email')).toHaveValue('not an address')
  await expect(page.getByLabel('Message')).toHaveValue(MESSAGE)
  await expect(page.getByRole('checkbox')).toBeChecked()
  await expect(page).toHaveURL(/\/contact$/)
  expect(await stored(page)).toBeNull()
  await page.getByLabel('Email').fill(email)
  const restore = await cutOff(page)
  await send(page)
  await expect(notice(page)).toBeVisible()
  await restore()
  await expectArrived(page, email)
})

test('an answer that is no page of the site is not taken for one', async ({ page }) => {
  const email = 'gateway@example.com'
  await page.route(
    '**/forms/contact',
    (route) => route.fulfill({ status: 502, contentType: 'text/html', body: '<main><h1>Bad Gateway</h1></main>' }),
    { times: 1 },
  )
  await open(page, email)
  await send(page)
  await expect(notice(page)).toBeVisible()
  await expect(page.getByLabel('Message')).toHaveValue(MESSAGE)
  await expectArrived(page, email)
})

test('a message that is refused keeps its text, says why, and is not sent again by itself', async ({ page }) => {
  const email = 'refused@example.com'
  let tries = 0
  page.on('request', (request) => {
    if (request.url().endsWith('/forms/contact')) tries++
  })
  await open(page, email)
  const long = 'ữ'.repeat(29_500)
  await page.getByLabel('Message').fill(long)
  await send(page)
  await expect(page.getByRole('status')).toContainText('too much text')
  await expect(page.getByLabel('Message')).toHaveValue(long)

  // What cannot be read is answered by a form without the text.
  await page.getByLabel('Message').fill(MESSAGE)
  await page.route('**/forms/contact', (route) => route.continue({ postData: 'name=a&name=b' }), { times: 1 })
  await send(page)
  await expect(page.getByRole('status')).toContainText('Your text is still here')
  await expect(page.getByLabel('Full name')).toHaveValue('Jordan Example')
  // Longer than the wait before a second try.
  await page.waitForTimeout(2_500)
  expect(tries).toBe(2)
  await send(page)
  await expectArrived(page, email)
})

test('a field that an extension of the browser adds refuses nobody', async ({ page }) => {
  const email = 'extension@example.com'
  await open(page, email)
  await page.locator('form[data-sending]').evaluate((form) => {
    form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'extension', value: '1' }))
  })
  await send(page)
  await expectArrived(page, email)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the notice has no accessibility violation and fits a telephone, ${colorScheme}`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme, viewport: { width: 390, height: 844 } })
    const page = await context.newPage()
    await open(page, 'axe@example.com')
    await cutOff(page)
    await send(page)
    await expect(notice(page)).toBeVisible()
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    if (process.env.SHOTS) {
      await notice(page).scrollIntoViewIfNeeded()
      await page.screenshot({ path: `${process.env.SHOTS}/notice-${colorScheme}.png` })
    }
    await context.close()
  })
}
