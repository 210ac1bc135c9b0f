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
  await site?.stop()
})

const MESSAGE = 'We would like to talk about a web shop for next spring.'

/** Longer than a machine takes; what is sent faster is held. */
const readAndType = (page: Page) => page.waitForTimeout(2_500)

async function fill(page: Page, values: { name?: string; email: string; message?: string }) {
  await page.getByLabel('Full name').fill(values.name ?? 'Jordan Example')
  await page.getByLabel('Email').fill(values.email)
  await page.getByLabel('Topic').selectOption({ index: 1 })
  await page.getByLabel('Message').fill(values.message ?? MESSAGE)
  await page.getByRole('checkbox').check()
}

const send = (page: Page) => page.getByRole('button', { name: 'Send message' }).click()

/** What the browser would send. */
const formBody = (page: Page) =>
  page.locator('form[action="/forms/contact"]').evaluate((form: HTMLFormElement) => {
    const pairs = [...new FormData(form)].map(([name, value]) => [name, String(value)])
    return new URLSearchParams(pairs).toString()
  })

const sendBody = (body: string | URLSearchParams) =>
  fetch(`${site.url}/forms/contact`, {
    method: 'POST',
    body: String(body),
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: site.url },
  })

type Submission = {
  state: string
  email: string
  correctedEmail?: string
  name: string
  reasons: string[]
  attribution: Record<string, unknown>
}

async function submissionsOf(email: string): Promise<Submission[]> {
  const sales = await signIn(site, 'sales')
  const query = `where[email][equals]=${encodeURIComponent(email)}&sort=receivedAt&limit=100`
  return (await sales.call<{ docs: Submission[] }>('GET', `/contact-submissions?${query}`)).docs
}

const mailAbout = async (address: string) =>
  (await site.mail()).filter(
    (mail) => mail.replyTo?.value[0]?.address === address || JSON.stringify(mail.to).includes(address),
  )

for (const javaScriptEnabled of [true, false]) {
  test(`a message is received and mailed to both, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    const email = `jordan.${javaScriptEnabled}@example.com`
    const context = await browser.newContext({ javaScriptEnabled })
    const page = await context.newPage()
    await page.goto(`${site.url}/contact`)
    await fill(page, { email, name: 'Nguyễn Thị Ánh' })
    await readAndType(page)
    await send(page)
    await expect(page).toHaveURL(/\/contact\/received\/[\w-]+\?by=/)
    await expect(page.locator('main')).toContainText(new URL(page.url()).pathname.split('/').pop() as string)
    await page.reload()
    await expect.poll(async () => (await mailAbout(email)).length, { timeout: 15_000 }).toBe(2)
    const mails = await mailAbout(email)
    const toSales = mails.find((mail) => mail.replyTo?.value[0]?.address === email)
    expect(toSales?.text).toContain(MESSAGE)
    expect(toSales?.text).toContain('Nguyễn Thị Ánh')
    expect(await submissionsOf(email)).toMatchObject([{ state: 'accepted', name: 'Nguyễn Thị Ánh' }])
    await context.close()
  })
}

test('errors stand beside their fields, are summed up on top, and keep what was typed', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${site.url}/contact`)
  await page.getByLabel('Email').fill('not an address')
  await page.getByLabel('Message').fill('Kept, whatever happens.')
  const answered = page.waitForResponse((response) => response.url().endsWith('/forms/contact'))
  await send(page)
  expect((await answered).status()).toBe(422)
  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.getByRole('alert')).toContainText('name')
  await expect(page.getByLabel('Message')).toHaveValue('Kept, whatever happens.')
  await expect(page.getByLabel('Email')).toHaveValue('not an address')
  for (const label of ['Full name', 'Email']) {
    const input = page.getByLabel(label)
    await expect(input).toHaveAttribute('aria-invalid', 'true')
    const described = (await input.getAttribute('aria-describedby'))?.split(' ') ?? []
    expect(await page.locator(`#${described.at(-1)}`).innerText()).toMatch(/\w{3,}/)
  }
  expect(await submissionsOf('not an address')).toEqual([])
  await context.close()
})

test('sent twice is one message; Back, edit and send are two', async ({ page }) => {
  const email = 'twice@example.com'
  await page.goto(`${site.url}/contact`)
  await fill(page, { email })
  await readAndType(page)
  const body = await formBody(page)
  const answers = await Promise.all(Array.from({ length: 5 }, () => sendBody(body)))
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303])
  expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1)
  expect(await submissionsOf(email)).toHaveLength(1)
  await send(page)
  await expect(page).toHaveURL(/received/)
  expect(await submissionsOf(email)).toHaveLength(1)
  await page.goBack()
  await page.getByLabel('Message').fill('And one more thing: we also need an app.')
  await send(page)
  await expect(page).toHaveURL(/received/)
  expect(await submissionsOf(email)).toHaveLength(2)
})

test('a suspicious message is held: kept, nobody mailed, and mailed when sales releases it', async ({ page }) => {
  const email = 'fast@example.com'
  await page.goto(`${site.url}/contact`)
  await fill(page, { email })
  await page.locator('.honeypot input').evaluate((input: HTMLInputElement) => {
    input.value = 'https://example.com'
  })
  await send(page)
  await expect(page).toHaveURL(/received/)
  const [held] = (await submissionsOf(email)) as Array<Submission & { id: string }>
  expect(held).toMatchObject({ state: 'held' })
  expect(held?.reasons).toContain('honeypot')
  await page.waitForTimeout(1_500)
  expect(await mailAbout(email)).toEqual([])
  const author = await signIn(site, 'author')
  await expect(author.call('POST', `/contact-submissions/${held?.id}/release`)).rejects.toThrow(/40[134]/)
  const sales = await signIn(site, 'sales')
  await sales.call('POST', `/contact-submissions/${held?.id}/release`)
  await expect.poll(async () => (await mailAbout(email)).length, { timeout: 15_000 }).toBeGreaterThan(0)
  expect(await submissionsOf(email)).toMatchObject([{ state: 'released' }])
})

test('where somebody came from is stored with the message', async ({ page }) => {
  const email = 'from.article@example.com'
  await page.goto(`${site.url}/blog/best-backend-frameworks-2024?utm_source=newsletter&utm_campaign=spring`)
  await page.goto(`${site.url}/frameworks`)
  await page.goto(`${site.url}/contact`)
  await fill(page, { email })
  await readAndType(page)
  await send(page)
  await expect(page).toHaveURL(/received/)
  const [submission] = await submissionsOf(email)
  const attribution = JSON.stringify(submission?.attribution)
  expect(attribution).toContain('/blog/best-backend-frameworks-2024')
  expect(attribution).toContain('newsletter')
  expect(attribution).toContain('spring')
})

test('without JavaScript the article’s link says where a message came from', async ({ browser }) => {
  const email = 'plain.link@example.com'
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${site.url}/blog/best-backend-frameworks-2024`)
  await page.locator('main a[href*="/contact"][href*="from="]').first().click()
  await expect(page).toHaveURL(/from=best-backend-frameworks-2024/)
  await fill(page, { email })
  await readAndType(page)
  await send(page)
  await expect(page).toHaveURL(/received/)
  const [submission] = await submissionsOf(email)
  expect(JSON.stringify(submission?.attribution)).toContain('best-backend-frameworks-2024')
  await context.close()
})

test('a page opened before a restart still sends', async ({ page }) => {
  const email = 'patient@example.com'
  await page.goto(`${site.url}/contact`)
  await fill(page, { email })
  await readAndType(page)
  const { dataDir } = site
  await site.stop({ keepData: true })
  site = await startSite({ dataDir, port })
  await send(page)
  await expect(page).toHaveURL(/received/)
  expect(await submissionsOf(email)).toMatchObject([{ state: 'accepted' }])
})

test('a mistyped address is shown large, with what was probably meant, and corrected without JavaScript', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${site.url}/contact`)
  await fill(page, { email: 'jo.example@gmial.com' })
  await readAndType(page)
  await send(page)
  await expect(page.locator('main')).toContainText('jo.example@gmial.com')
  await expect(page.locator('main')).toContainText('jo.example@gmail.com')
  await page.getByRole('button', { name: 'Yes, correct it' }).click()
  await expect(page.locator('main')).toContainText('jo.example@gmail.com')
  await expect(page.getByRole('button', { name: 'Yes, correct it' })).toHaveCount(0)
  expect(await submissionsOf('jo.example@gmial.com')).toMatchObject([{ correctedEmail: 'jo.example@gmail.com' }])

  await page.getByLabel('Correct e-mail address').fill('jo@')
  await page.getByRole('button', { name: 'Correct the address' }).click()
  await expect(page.getByLabel('Correct e-mail address')).toHaveValue('jo@')
  await page.getByLabel('Correct e-mail address').fill('jo@example.com')
  await page.getByRole('button', { name: 'Correct the address' }).click()
  await expect(page.locator('main')).toContainText('jo@example.com')
  expect(await submissionsOf('jo.example@gmial.com')).toMatchObject([{ correctedEmail: 'jo@example.com' }])
  await context.close()
})

test('one address cannot flood us: it gets its text back, and a time', async ({ page }) => {
  await page.goto(`${site.url}/contact`)
  await fill(page, { email: 'flood@example.com' })
  const typed = await formBody(page)
  const post = (number: number) => {
    const body = new URLSearchParams(typed)
    body.set('message', `Number ${number}`)
    return sendBody(body)
  }
  let last: Response | undefined
  for (let number = 0; number < 65 && last?.status !== 429; number++) last = await post(number)
  expect(last?.status).toBe(429)
  const many = await submissionsOf('flood@example.com')
  expect(many.at(-1)).toMatchObject({ state: 'held', reasons: expect.arrayContaining(['many-messages']) })
  expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0)
  const html = (await last?.text()) ?? ''
  expect(html).toContain('Number ')
  expect(html).toMatch(/minute/)
})
