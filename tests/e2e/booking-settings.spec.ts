import { expect, type Page, test } from '@playwright/test'
import { type Client, signIn } from '../support/sign-in'
import { type Role, type Site, startSite } from '../support/site'

let site: Site
let admin: Client

test.beforeAll(async () => {
  site = await startSite()
  admin = await signIn(site, 'admin')
})

test.afterAll(async () => {
  await site?.stop()
})

async function enter(page: Page, role: Role) {
  const { email, password } = site.account(role)
  await page.goto(`${site.url}/admin/login`)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Login' }).click()
  await expect(page.locator('.dashboard')).toBeVisible()
}

const year = new Date().getUTCFullYear() + 1
const closed = (date: string, name: string) => [
  'BEGIN:VEVENT',
  `DTSTART;VALUE=DATE:${date}`,
  `SUMMARY:${name}`,
  'END:VEVENT',
]
const file = {
  name: 'holidays.ics',
  mimeType: 'text/calendar',
  buffer: Buffer.from(
    [
      'BEGIN:VCALENDAR',
      ...closed(`${year}0101`, 'New Year'),
      ...closed(`${year}0902`, 'National Day'),
      ...closed(`${year}1224`, 'Christmas Eve'),
      'END:VCALENDAR',
    ].join('\r\n'),
  ),
}

type Booking = { noticeHours: number; holidays: { date: string; name: string }[] }
const booking = () => admin.call<Booking>('GET', '/globals/booking?depth=0')

test('an admin adds the holidays of a file to a form that they were editing, and saves all of it', async ({ page }) => {
  await admin.call('POST', '/globals/booking', {
    noticeHours: 4,
    holidays: [{ date: `${year}-01-01T12:00:00.000Z`, name: 'First day' }],
  })
  await enter(page, 'admin')
  await page.goto(`${site.url}/admin/globals/booking`)
  const notice = page.getByLabel('Minimum notice (hours)')
  await notice.fill('12')
  await page.getByRole('button', { name: 'Toggle block' }).click()
  await page.locator('#field-holidays__0__name').fill('New Year’s Day')

  await page.setInputFiles('.import-holidays input', { ...file, buffer: Buffer.from('Date;Name') })
  await expect(page.locator('.import-holidays [role=alert]')).toContainText('not a calendar file')
  await page.setInputFiles('.import-holidays input', file)
  const said = page.locator('.import-holidays [role=status]')
  await expect(said).toHaveText(/^Added 2 days until .*; one day stood there already\. Save to keep them\.$/)
  await expect(page.getByText(`2 Sept ${year} · National Day`)).toBeVisible()
  await page.setInputFiles('.import-holidays input', file)
  await expect(said).toContainText('Nothing is new: 3 days')
  await expect(notice).toHaveValue('12')
  expect((await booking()).holidays).toHaveLength(1)

  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('updated successfully', { exact: false })).toBeVisible()
  const saved = await booking()
  expect(saved.noticeHours).toBe(12)
  expect(saved.holidays.map(({ date, name }) => [date.slice(0, 10), name])).toEqual([
    [`${year}-01-01`, 'New Year’s Day'],
    [`${year}-09-02`, 'National Day'],
    [`${year}-12-24`, 'Christmas Eve'],
  ])
})

test('a host sees that their other calendar is read, and why one cannot be', async ({ page }) => {
  const email = encodeURIComponent(site.account('sales').email)
  const { docs } = await admin.call<{ docs: { id: string }[] }>('GET', `/hosts?where[user.email][equals]=${email}`)
  const host = docs[0]?.id
  await enter(page, 'sales')
  await page.goto(`${site.url}/admin/collections/hosts/${host}`)
  const state = page.locator('.busy-feed')
  await page.getByLabel('Or the contents of an .ics file').fill('BEGIN:VCALENDAR\r\nEND:VCALENDAR')
  await expect(state).toHaveText('Once it is saved, it will be read within a minute.')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('button', { name: 'Check now' }).click()
  await expect(state).toContainText('Read just now. It blocks no time from now on.')

  await page.getByLabel('Address of the calendar (.ics)').fill('http://127.0.0.1/busy.ics')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('button', { name: 'Check now' }).click()
  await expect(state).toContainText('not an address of the public internet. Its last good copy, read')
  await page.goto(`${site.url}/admin`)
  await page.locator('[data-attention="busy-feeds"] li a').click()
  await expect(state).toContainText('It could not be read')
})
