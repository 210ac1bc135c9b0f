import { existsSync } from 'node:fs'
import { expect, test } from '@playwright/test'

const PICTURE = 'tests/e2e/__screenshots__/home.png'

// The picture of the README: made anew with UPDATE_PICTURES=1, and otherwise left as it is, since fonts differ by machine.
test('the front page can be shown in the README', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.goto(process.env.SHARED_SITE ?? '')
  const picture = await page.screenshot(process.env.UPDATE_PICTURES ? { path: PICTURE } : {})
  expect(picture.byteLength).toBeGreaterThan(10_000)
  expect(existsSync(PICTURE)).toBe(true)
})
