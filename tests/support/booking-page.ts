import { expect, type Page } from '@playwright/test'

/** Fills in what the booking form needs. */
export async function fillBooking(page: Page, email: string, name = 'Jordan Example'): Promise<void> {
  await page.getByLabel('Full name').fill(name)
  await page.getByLabel('Email').fill(email)
  await page.getByRole('checkbox').check()
}

export const submitBooking = (page: Page) => page.getByRole('button', { name: 'Book meeting' }).click()

/** The radio button of a time, by the instant it stands for (ISO 8601). */
export const timeKey = (page: Page, start: string) => page.locator(`.day input[name="start"][value="${start}"]`).last()

/** The instants that a booking page offers, in the order of the page. */
export const offeredTimes = (page: Page): Promise<string[]> =>
  page
    .locator('.day input[name="start"]')
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))

/** Books a time of the page that is open. @returns the address of the meeting's page */
export async function bookTime(page: Page, start: string, email: string): Promise<string> {
  await timeKey(page, start).check()
  await fillBooking(page, email)
  await submitBooking(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your meeting is booked')
  return page.url()
}
