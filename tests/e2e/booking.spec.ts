import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import ICAL from 'ical.js'
import { bookTime, fillBooking, offeredTimes, submitBooking, timeKey } from '../support/booking-page'
import { signIn } from '../support/sign-in'
import { type Site, startSite } from '../support/site'

test.describe.configure({ mode: 'serial' })

let site: Site
/** The page of a meeting that stays. */
let bookedPage: string

test.beforeAll(async () => {
  site = await startSite()
})

test.afterAll(async () => {
  await site?.stop()
})

const ARTICLE = 'best-backend-frameworks-2024'

type Meeting = { status: string; start: string; sequence: number; cancelReason?: string; lead?: string }

async function meetingOf(email: string): Promise<Meeting | undefined> {
  const admin = await signIn(site, 'admin')
  const query = `where[email][equals]=${encodeURIComponent(email)}`
  return (await admin.call<{ docs: Meeting[] }>('GET', `/meetings?depth=0&${query}`)).docs[0]
}

/** Names, numbers and times of days as a screen reader says them. */
const DAY = /^[A-Z][a-z]+day \d{1,2} [A-Z][a-z]+ \d{4}, (1 time|\d+ times) free$/

test('a meeting is booked, moved and cancelled without JavaScript, and opening its pages changes nothing', async ({
  browser,
}) => {
  const email = 'plain@example.com'
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${site.url}/book`)
  await page.getByRole('link', { name: 'Intro call' }).click()
  await page.getByLabel('Your time zone').selectOption('Asia/Kolkata')
  await page.getByRole('button', { name: 'Show times' }).click()
  await expect(page.getByText('All times are those of Kolkata (India Standard Time, GMT+5:30).')).toBeVisible()
  for (const name of await page.locator('.day > legend').allInnerTexts()) expect(name).toMatch(DAY)

  await submitBooking(page)
  await expect(page).toHaveTitle(/^Error: /)
  await expect(page.getByRole('alert')).toContainText('Choose a time.')
  const [first = '', , third = ''] = await offeredTimes(page)
  const manage = await bookTime(page, first, email)
  await expect(page.locator('main')).toContainText('Kolkata (India Standard Time, GMT+5:30)')
  await expect(page.locator('main')).not.toContainText('{id}')

  await page.getByRole('link', { name: 'Choose another time' }).click()
  await timeKey(page, third).check()
  expect((await meetingOf(email))?.start).toBe(first)
  await page.getByRole('button', { name: 'Move meeting' }).click()
  await expect(page.getByRole('status')).toContainText('Your meeting has been moved')
  expect(await meetingOf(email)).toMatchObject({ status: 'confirmed', start: third, sequence: 1 })

  await page.goto(manage)
  await page.getByText('Cancel the meeting', { exact: true }).click()
  await page.getByLabel('Reason').fill('We found what we need.')
  expect((await meetingOf(email))?.status).toBe('confirmed')
  await page.getByRole('button', { name: 'Cancel meeting' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This meeting is cancelled')
  expect(await meetingOf(email)).toMatchObject({ status: 'cancelled', cancelReason: 'We found what we need.' })
  await context.close()
})

test('of two people in two zones one gets the time, and the other is offered the nearest and types nothing again', async ({
  browser,
}) => {
  const open = async (timezoneId: string, locale: string) => {
    const page = await (await browser.newContext({ timezoneId, locale })).newPage()
    await page.goto(`${site.url}/book/technical-deep-dive`)
    return page
  }
  const [berlin, newYork] = [await open('Europe/Berlin', 'en-GB'), await open('America/New_York', 'en-US')]
  await expect(berlin.getByText('those of Berlin')).toBeVisible()
  await expect(newYork.getByText('those of New York')).toBeVisible()
  const start = (await offeredTimes(newYork))[0] ?? ''
  const clock = (page: Page) => page.locator(`time[datetime="${start}"]`).first()
  await expect(clock(berlin)).toHaveText(/^\d\d:\d\d$/)
  await expect(clock(newYork)).toHaveText(/^\d{1,2}:\d\d\s[AP]M$/)

  await fillBooking(newYork, 'slow@example.com', 'Sam Slow')
  await newYork.getByLabel('What it is about').fill('A shop for boats')
  await timeKey(newYork, start).check()
  await bookTime(berlin, start, 'fast@example.com')
  await submitBooking(newYork)
  await expect(newYork.getByRole('alert')).toContainText('This time is no longer free')
  await expect(newYork.getByLabel('Full name')).toHaveValue('Sam Slow')
  await expect(newYork.getByLabel('What it is about')).toHaveValue('A shop for boats')
  await expect(newYork.getByText('those of New York')).toBeVisible()
  const nearest = newYork.getByRole('group', { name: 'Nearest free times' }).getByRole('radio')
  expect(await nearest.count()).toBeGreaterThan(0)
  await nearest.first().check()
  await submitBooking(newYork)
  await expect(newYork.getByRole('heading', { level: 1 })).toHaveText('Your meeting is booked')
  expect((await meetingOf('slow@example.com'))?.start).not.toBe(start)
  for (const page of [berlin, newYork]) await page.context().close()
})

test('whoever looks at other days keeps what they typed and chose', async ({ page }) => {
  await page.goto(`${site.url}/book/intro-call`)
  await expect(page).toHaveURL(/zone=/)
  await fillBooking(page, 'careful@example.com')
  await page.getByRole('link', { name: 'Later times' }).click()
  await expect(page).toHaveURL(/day=/)
  await expect(page.getByRole('heading', { name: 'Choose a time' })).toBeFocused()
  await expect(page.getByLabel('Email')).toHaveValue('careful@example.com')
})

test('a meeting is booked by keyboard alone', async ({ page }) => {
  await page.goto(`${site.url}/book/intro-call?zone=UTC`)
  const tabTo = async (name: RegExp) => {
    for (let stops = 0; stops < 40; stops++) {
      await page.keyboard.press('Tab')
      const label = await page.evaluate(() => {
        const now = document.activeElement as HTMLInputElement | null
        return `${now?.name} ${now?.textContent}`
      })
      if (name.test(label)) return
    }
    throw new Error(`${name} is not reached`)
  }
  await tabTo(/^start/)
  await page.keyboard.press('ArrowDown')
  await tabTo(/^name/)
  await page.keyboard.type('Kim Keys')
  await tabTo(/^email/)
  await page.keyboard.type('keys@example.com')
  await tabTo(/^consent/)
  await page.keyboard.press('Space')
  await tabTo(/Book meeting/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your meeting is booked')
})

test('times that suit better are sent as a message', async ({ page }) => {
  await page.goto(`${site.url}/book/intro-call?zone=UTC`)
  await fillBooking(page, 'wish@example.com')
  await page.getByText('None of these suits').click()
  await page.getByLabel('Preferred time 1').fill('2027-06-01T20:30')
  // Faster than a person would be held.
  await page.waitForTimeout(3_500)
  await page.getByRole('button', { name: 'Ask for one of these times' }).click()
  await expect(page).toHaveURL(/\/contact\/received\//)
  expect(await meetingOf('wish@example.com')).toBeUndefined()
})

test('sales books another time for whoever asked for one that is not free', async ({ page }) => {
  const sales = await signIn(site, 'sales')
  const [name = '', value = ''] = sales.cookie.split('=')
  await page.context().addCookies([{ name, value, url: site.url }])
  const query = `where[email][equals]=${encodeURIComponent('wish@example.com')}`
  const { docs } = await sales.call<{ docs: { id: string }[] }>('GET', `/contact-submissions?depth=0&${query}`)
  const message = `${site.url}/admin/collections/contact-submissions/${docs[0]?.id}`
  await page.goto(message)
  const wishes = page.getByRole('region', { name: 'Times that would suit' })
  await expect(wishes).toContainText(/[12] June 2027.* is not free/)
  await wishes.getByRole('link', { name: 'Book another time for them' }).click()
  await expect(page.getByLabel('Full name')).toHaveValue('Jordan Example')
  await expect(page.getByLabel('Email', { exact: true })).toHaveValue('wish@example.com')
  await page.getByLabel('Day').fill(new Date(Date.now() + 3 * 24 * 3_600_000).toISOString().slice(0, 10))
  const next = page.getByRole('button', { name: /^Next free: / })
  const times = page.getByRole('radio')
  await expect(next.or(times.first())).toBeVisible()
  if (await next.isVisible()) await next.click()
  await times.first().check()
  await page.getByRole('button', { name: 'Book meeting' }).click()
  await expect(page).toHaveURL(/\/collections\/meetings\//)
  expect((await meetingOf('wish@example.com'))?.status).toBe('confirmed')
  await page.goto(message)
  await expect(wishes).toContainText('Booked for ')
})

test('the button of an article opens a dialog, and the lead of the meeting remembers the article', async ({ page }) => {
  const email = 'reader@example.com'
  await page.goto(`${site.url}/blog/${ARTICLE}`)
  await page.locator('.booking-widget a').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('link', { name: 'Intro call' }).click()
  await expect(dialog.getByRole('heading', { level: 1 })).toHaveText('Intro call')
  await expect(dialog.getByText(/All times are those of/)).toBeVisible()
  await dialog.getByLabel('Full name').fill('Rae Reader')
  await dialog.getByLabel('Email').fill(email)
  await dialog.getByRole('checkbox').check()
  await dialog.locator('input[name="start"]').nth(4).check()
  await dialog.getByRole('button', { name: 'Book meeting' }).click()
  await expect(dialog.getByRole('heading', { level: 1 })).toHaveText('Your meeting is booked')
  await expect(page).toHaveURL(`${site.url}/blog/${ARTICLE}`)
  await page.keyboard.press('Escape')
  await expect(page.locator('.booking-widget a')).toBeFocused()
  const lead = (await meetingOf(email))?.lead
  const admin = await signIn(site, 'admin')
  expect(JSON.stringify(await admin.call('GET', `/leads/${lead}?depth=0`))).toContain(ARTICLE)
})

test('where the code of the dialog has not loaded, its button is a link', async ({ page }) => {
  await page.route(/booking-dialog/, (route) => route.abort())
  await page.goto(`${site.url}/blog/${ARTICLE}`)
  await page.locator('.booking-widget a').click()
  await expect(page).toHaveURL(`${site.url}/book`)
})

test('the page of a meeting is nobody else’s, and gives the invitation as the mail does', async ({ page }) => {
  const email = 'file@example.com'
  await page.goto(`${site.url}/book/intro-call?zone=UTC`)
  const manage = await bookTime(page, (await offeredTimes(page)).at(-1) ?? '', email)
  bookedPage = manage
  const answer = await fetch(manage)
  expect(answer.headers.get('cache-control')).toContain('no-store')
  const html = await answer.text()
  expect(html).toMatch(/<meta name="robots" content="noindex/)
  expect(html).toMatch(/<meta name="referrer" content="same-origin"/)
  expect(html).not.toContain('rel="canonical"')

  const file = await fetch(`${manage}/invite.ics`)
  expect(file.headers.get('content-type')).toContain('text/calendar')
  expect(file.headers.get('cache-control')).toContain('no-store')
  expect(file.headers.get('x-robots-tag')).toBe('noindex')
  const entry = (text: string) => new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')
  const own = entry(await file.text())
  await expect.poll(async () => (await site.mail()).some((mail) => JSON.stringify(mail.to).includes(email))).toBe(true)
  const mail = (await site.mail()).find(({ to }) => JSON.stringify(to).includes(email))
  const sent = entry(
    mail?.attachments.find(({ contentType }) => /calendar|ics/.test(contentType))?.content.toString() ?? '',
  )
  for (const name of ['uid', 'sequence', 'dtstart', 'dtend', 'summary']) {
    expect(String(own?.getFirstPropertyValue(name)), name).toBe(String(sent?.getFirstPropertyValue(name)))
  }
  expect((await fetch(`${manage}x/invite.ics`)).status).toBe(404)
  expect((await fetch(`${manage}x`)).status).toBe(404)
})

test('the booking pages are found, and change with their meeting type', async () => {
  const text = async (path: string) => (await fetch(site.url + path)).text()
  const sitemap = await text('/sitemap.xml')
  for (const path of ['/book', '/book/intro-call', '/book/phone-call']) expect(sitemap).toContain(`${path}</loc>`)
  expect(await text('/book')).toContain('Call me back')
  const admin = await signIn(site, 'admin')
  const { docs } = await admin.call<{ docs: { id: string }[] }>('GET', '/meeting-types?where[slug][equals]=phone-call')
  await admin.call('PATCH', `/meeting-types/${docs[0]?.id}`, { name: 'Ring me' })
  expect(await text('/book')).toContain('Ring me')
  expect(await text('/book/phone-call')).toContain('Ring me')
  await admin.call('PATCH', `/meeting-types/${docs[0]?.id}`, { active: false })
  expect(await text('/book')).not.toContain('Ring me')
  expect(await text('/sitemap.xml')).not.toContain('/book/phone-call')
  expect((await fetch(`${site.url}/book/phone-call`)).status).toBe(404)
})

for (const width of [390, 1440]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`no page of a booking has an accessibility violation at ${width}, ${colorScheme}`, async ({ browser }) => {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } })
      const page = await context.newPage()
      const check = async () => {
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze()
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect(overflow).toBeLessThanOrEqual(0)
      }
      await page.goto(`${site.url}/book/intro-call?zone=UTC`)
      await submitBooking(page)
      await expect(page.getByRole('alert')).toBeVisible()
      await check()
      // One meeting for all: who books more than ten in ten minutes is answered by a person.
      await page.goto(bookedPage)
      await check()
      await page.goto(`${bookedPage}/move`)
      await check()
      await context.close()
    })
  }
}
