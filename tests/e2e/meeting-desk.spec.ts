import AxeBuilder from '@axe-core/playwright'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { bookedYesterday, bookFor, DAY_MS } from '../support/meeting-desk'
import { type Client, signIn } from '../support/sign-in'
import { type Site, startSite } from '../support/site'

test.describe.configure({ mode: 'serial' })

/** A day of next week, all of which is still to come: 0 is its Monday. By the clock of UTC. */
const dayOfWeek = (day: number) => {
  const today = new Date()
  const untilMonday = 7 - ((today.getUTCDay() + 6) % 7)
  return new Date(today.getTime() + (untilMonday + day) * DAY_MS).toISOString().slice(0, 10)
}

type Meeting = { id: string; status: string; start: string; cancelReason?: string; notes?: string; lead: string }

let site: Site
let admin: Client
/** The page of the one who works with leads. */
let page: Page

async function meetingWith(name: string): Promise<Meeting> {
  const where = `where[name][equals]=${encodeURIComponent(name)}`
  const { docs } = await admin.call<{ docs: Meeting[] }>('GET', `/meetings?depth=0&${where}`)
  return docs[0] as Meeting
}

test.beforeAll(async ({ browser }) => {
  site = await startSite({ dataDir: await bookedYesterday() })
  admin = await signIn(site, 'admin')
  const { email, password } = site.account('sales')
  page = await (await browser.newContext({ viewport: { width: 1440, height: 1400 } })).newPage()
  await page.goto(`${site.url}/admin`)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Login' }).click()
  await expect(page.locator('.dashboard')).toBeVisible()
})

test.afterAll(async () => {
  await site?.stop({ keepData: false })
})

const openWeek = () => page.goto(`${site.url}/admin/meetings-week?week=${dayOfWeek(0)}`)

const inWeek = (name: string) => page.locator('.week-meeting', { hasText: name })

async function openMeeting(name: string): Promise<Locator> {
  await page.goto(`${site.url}/admin/collections/meetings/${(await meetingWith(name)).id}`)
  return page.getByRole('region', { name: 'The meeting' })
}

/** Takes a meeting of the week with the mouse. The free times are shown once it is on its way. */
async function take(name: string): Promise<void> {
  await inWeek(name).locator('.week-meeting__time').hover()
  await page.mouse.down()
  const box = await inWeek(name).boundingBox()
  await page.mouse.move((box?.x ?? 0) + 30, (box?.y ?? 0) + 20, { steps: 3 })
  await expect(page.locator('.week-free > div').first()).toBeVisible()
}

async function dropOn(target: Locator, position: { x: number; y: number } = { x: 20, y: 10 }): Promise<void> {
  // A browser tells what is below the mouse when it moves there, and once more when it stays.
  await target.hover({ position, force: true })
  await target.hover({ position: { ...position, x: position.x + 5 }, force: true })
  await page.mouse.up()
}

const freeTime = (start: string) => page.locator(`.week-free > [data-start="${start}"]`)
const at = (day: number, clock: string) => `${dayOfWeek(day)}T${clock}:00.000Z`

test('a colleague books for a caller, and the meeting stands in the week', async () => {
  await page.goto(`${site.url}/admin/meetings-book`)
  await page.getByLabel('Meeting').selectOption('desk')
  await page.getByLabel('Time zone of the caller').selectOption('UTC')
  await page.getByLabel('Day').fill(dayOfWeek(1))
  await page.getByRole('radio', { name: '10:00' }).check()
  await page.getByLabel('Full name').fill('Cleo Caller')
  await page.getByLabel('Email', { exact: true }).fill('cleo@example.com')
  await page.getByLabel('Which system is it about?').fill('The shop')
  await page.getByRole('button', { name: 'Book meeting' }).click()
  await expect(page).toHaveURL(/\/collections\/meetings\//)
  const panel = page.getByRole('region', { name: 'The meeting' })
  await expect(panel).toContainText('10:00–10:30')
  await expect(panel.getByRole('link', { name: 'cleo@example.com' })).toBeVisible()
  await expect(page.locator('form')).toContainText('The shop')

  await openWeek()
  await expect(
    page.getByRole('region', { name: new RegExp(`^Tuesday ${Number(dayOfWeek(1).slice(8))} `) }),
  ).toContainText('Cleo Caller')
  await expect(inWeek('Cleo Caller')).toContainText('10:00–10:30')
})

test('a time that was lost while the form was open is refused; the nearest are there to press, and nothing is typed again', async () => {
  const { lead } = await meetingWith('Sten Stayed')
  await page.goto(`${site.url}/admin/meetings-book?lead=${lead}`)
  await page.getByLabel('Meeting').selectOption('desk')
  await page.getByLabel('Time zone of the caller').selectOption('UTC')
  await page.getByLabel('Day').fill(dayOfWeek(3))
  await page.getByRole('radio', { name: '11:00' }).check()
  await expect(page.getByLabel('Full name')).toHaveValue('Sten Stayed')
  await page.getByLabel('Full name').fill('Sten Again')
  await page.getByLabel('Email', { exact: true }).fill('sten.at.work@example.com')
  await page.getByLabel('What it is about').fill('A second look')
  await bookFor(admin, 'Faye Faster', at(3, '11:00'))
  await page.getByRole('button', { name: 'Book meeting' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'This time is not free.' })).toBeVisible()
  await page.getByRole('button', { name: /, 11:30–12:00$/ }).click()
  await expect(page.getByRole('button', { name: /, 11:30–12:00$/ })).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('radio', { name: '11:30' })).toBeChecked()
  await page.getByRole('button', { name: 'Book meeting' }).click()
  await expect(page).toHaveURL(/\/collections\/meetings\//)
  await expect(page.locator('form')).toContainText('A second look')
  expect(await meetingWith('Sten Again')).toMatchObject({ start: at(3, '11:30'), lead })
})

test('a meeting is dragged to another time once that is confirmed', async () => {
  await openWeek()
  await take('Cleo Caller')
  await dropOn(freeTime(at(2, '14:00')))
  await expect(page.getByText('Move this meeting?')).toBeVisible()
  expect((await meetingWith('Cleo Caller')).start).toBe(at(1, '10:00'))
  await page.getByRole('button', { name: 'Move', exact: true }).click()
  await expect(page.getByText(/^Moved to Wednesday .*, 14:00\.$/)).toBeVisible()
  await expect(inWeek('Cleo Caller')).toContainText('14:00–14:30')
  expect((await meetingWith('Cleo Caller')).start).toBe(at(2, '14:00'))
})

test('a meeting that is dropped where nothing is free, or where somebody was faster, stays where it was', async () => {
  await openWeek()
  await take('Cleo Caller')
  await dropOn(inWeek('Faye Faster'))
  await expect(page.getByText(/^It stays where it was: /)).toBeVisible()
  await expect(page.getByText('Move this meeting?')).toBeHidden()

  await take('Cleo Caller')
  await dropOn(freeTime(at(4, '09:30')))
  await bookFor(admin, 'Quin Quick', at(4, '09:30'))
  await page.getByRole('button', { name: 'Move', exact: true }).click()
  await expect(page.getByText(/^It stays where it was\. This time is not free\. /)).toBeVisible()
  await expect(inWeek('Quin Quick')).toContainText('09:30–10:00')
  await expect(inWeek('Cleo Caller')).toContainText('14:00–14:30')
  expect((await meetingWith('Cleo Caller')).start).toBe(at(2, '14:00'))
})

test('a meeting is moved by keyboard alone', async () => {
  const panel = await openMeeting('Cleo Caller')
  await panel.getByRole('button', { name: 'Move', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('button', { name: 'Move', exact: true })).toHaveAttribute('aria-expanded', 'true')
  await panel.getByLabel('Day').focus()
  await panel.getByLabel('Day').fill(dayOfWeek(4))
  await panel.getByRole('radio').first().focus()
  await page.keyboard.press('Space')
  await expect(panel.getByRole('radio', { name: '09:00' })).toBeChecked()
  await page.keyboard.press('ArrowRight')
  await expect(panel.getByRole('radio', { name: '10:00' })).toBeChecked()
  await page.keyboard.press('Tab')
  await expect(panel.getByRole('button', { name: 'Move it here, and tell the guest' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(panel).toContainText('10:00–10:30')
  expect((await meetingWith('Cleo Caller')).start).toBe(at(4, '10:00'))
})

test('a meeting is cancelled with a reason, which its guest reads', async () => {
  const panel = await openMeeting('Cleo Caller')
  await panel.getByRole('button', { name: 'Cancel meeting' }).click()
  await panel.getByLabel('Reason').fill('Our engineer is ill.')
  await panel.getByRole('button', { name: 'Cancel the meeting, and tell the guest' }).click()
  await expect(panel).toContainText('Cancelled')
  await expect(panel.getByRole('button')).toHaveCount(0)
  expect(await meetingWith('Cleo Caller')).toMatchObject({ status: 'cancelled', cancelReason: 'Our engineer is ill.' })
  const told = async () =>
    (await site.mail()).some(
      ({ to, text }) => JSON.stringify(to).includes('cleo@example.com') && text?.includes('Our engineer is ill.'),
    )
  await expect.poll(told).toBe(true)
  await openWeek()
  await expect(inWeek('Faye Faster')).toBeVisible()
  await expect(inWeek('Cleo Caller')).toHaveCount(0)
})

test('whether a meeting took place is noted, with what was said and agreed, and the lead tells it', async () => {
  let panel = await openMeeting('Cam Came')
  await expect(panel.locator('.meeting-state')).toHaveText('Over, not noted yet')
  await panel.getByRole('button', { name: 'Took place' }).click()
  await expect(panel.locator('.meeting-state')).toHaveText('Took place')
  await page.getByLabel('Notes').fill('Wants a shop for boats.')
  await page.getByLabel('Outcome').fill('Offer sent')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect.poll(async () => (await meetingWith('Cam Came')).notes).toBe('Wants a shop for boats.')
  expect((await meetingWith('Cam Came')).status).toBe('held')
  await panel.getByRole('link', { name: 'Open the lead' }).click()
  await expect(page.getByRole('region', { name: 'Timeline' })).toContainText('Took place: Desk call')
  await page.locator('.tabs-field__tab-button', { hasText: 'Meetings' }).click()
  await expect(page.getByRole('region', { name: 'Meetings' })).toContainText('Desk call · Offer sent')

  panel = await openMeeting('Sten Stayed')
  await panel.getByRole('button', { name: 'Did not come' }).click()
  await expect(panel.locator('.meeting-state')).toHaveText('Guest did not come')
  expect((await meetingWith('Sten Stayed')).status).toBe('no-show')
})

test('the meetings of a lead are shown to nobody who does not work with leads', async ({ browser }) => {
  const { id, lead } = await meetingWith('Cam Came')
  const context = await browser.newContext()
  const { cookie } = await signIn(site, 'editor')
  const [name = '', value = ''] = cookie.split('=', 2)
  await context.addCookies([{ name, value, url: site.url }])
  const editors = await context.newPage()
  for (const path of [`leads/${lead}`, `meetings/${id}`]) {
    await editors.goto(`${site.url}/admin/collections/${path}`)
    await expect(editors.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(editors.locator('body')).not.toContainText(/Cam Came|Desk call|Offer sent/)
  }
  await context.close()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`what colleagues see of meetings has no accessibility violation, ${colorScheme}`, async () => {
    await page.emulateMedia({ colorScheme })
    await bookFor(admin, `Axel ${colorScheme}`, at(5, colorScheme === 'light' ? '10:00' : '11:00'))
    const check = async (part: string) => {
      const { violations } = await new AxeBuilder({ page }).include(part).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
    }
    await openWeek()
    await check('.week')
    await page.goto(`${site.url}/admin/meetings-book`)
    await page.getByLabel('Meeting').selectOption('desk')
    await page.getByLabel('Day').fill(dayOfWeek(1))
    await expect(page.getByRole('radio').first()).toBeVisible()
    await check('.week')
    await openMeeting('Sten Stayed')
    await check('.meeting-panel')
    const panel = await openMeeting(`Axel ${colorScheme}`)
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
    for (const name of ['Cancel meeting', 'Move']) {
      await panel.getByRole('button', { name, exact: true }).click()
      if (name === 'Move') await expect(panel.getByRole('radio').first()).toBeVisible()
      await check('.meeting-panel')
    }
  })
}
