import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { bookTime, fillBooking, offeredTimes, submitBooking } from '../support/booking-page'
import { article } from '../support/content'
import { block, richText } from '../support/rich-text'
import { type Client, signIn } from '../support/sign-in'
import { type Site, startSite } from '../support/site'

test.describe.configure({ mode: 'serial' })

let site: Site
let admin: Client

test.beforeAll(async () => {
  site = await startSite()
  admin = await signIn(site, 'admin')
  const { docs } = await admin.call<{ docs: { id: string }[] }>(
    'GET',
    '/meeting-types?where[slug][equals]=technical-deep-dive',
  )
  const content = richText('Before the card', block('meeting', { type: docs[0]?.id, title: 'Talk it over' }))
  await admin.call('POST', '/articles', article('Boats', { slug: 'boats', content, _status: 'published' }))
})

test.afterAll(async () => {
  await site?.stop()
})

const cardOf = (page: Page) => page.locator('main .spec', { hasText: 'Talk it over' })

/** The lead of whoever booked with an address, with its first and last touch. */
async function leadOf(email: string): Promise<Record<string, unknown>> {
  const { docs } = await admin.call<{ docs: { lead: string }[] }>(
    'GET',
    `/meetings?depth=0&where[email][equals]=${encodeURIComponent(email)}`,
  )
  return admin.call('GET', `/leads/${docs[0]?.lead}?depth=0`)
}

test('a card in an article leads to its kind of meeting without JavaScript, and the lead remembers the article', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const reader = await context.newPage()
  await reader.goto(`${site.url}/blog/boats`)
  await expect(cardOf(reader)).toContainText('60 min')
  await cardOf(reader).getByRole('link').click()
  await expect(reader).toHaveURL(/\/book\/technical-deep-dive\?from=boats$/)
  await bookTime(reader, (await offeredTimes(reader))[0] ?? '', 'rory@example.com')
  expect(await leadOf('rory@example.com')).toMatchObject({ firstTouch: { article: 'boats' } })
  await context.close()
})

for (const [width, colorScheme] of [
  [390, 'light'],
  [390, 'dark'],
  [1440, 'light'],
  [1440, 'dark'],
] as const) {
  test(`the card opens a dialog in which a meeting is booked and cancelled, accessible at ${width}, ${colorScheme}`, async ({
    browser,
  }) => {
    const email = `reader.${width}.${colorScheme}@example.com`
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, reducedMotion: 'reduce' })
    const reader = await context.newPage()
    const check = async () => {
      const { violations } = await new AxeBuilder({ page: reader })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
    }
    await reader.goto(`${site.url}/blog/boats`)
    await check()
    await cardOf(reader).getByRole('link').click()
    const dialog = reader.getByRole('dialog')
    await expect(dialog.getByRole('heading', { level: 1 })).toHaveText('Technical deep dive')
    await expect(dialog.getByText(/All times are those of/)).toBeVisible()
    await check()
    await dialog.getByRole('button', { name: 'Book meeting' }).click()
    await expect(dialog.getByRole('alert')).toBeVisible()
    await check()
    await dialog.locator('input[name="start"]').last().check()
    await fillBooking(reader, email)
    await submitBooking(reader)
    await expect(dialog.getByRole('heading', { level: 1 })).toHaveText('Your meeting is booked')
    await check()
    expect(await leadOf(email)).toMatchObject({ firstTouch: { article: 'boats' } })

    await dialog.getByText('Cancel the meeting', { exact: true }).click()
    await dialog.getByRole('button', { name: 'Cancel meeting' }).click()
    await expect(reader.getByRole('heading', { level: 1, name: 'This meeting is cancelled' })).toBeVisible()
    await check()
    await context.close()
  })
}
