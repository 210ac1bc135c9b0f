import { expect, type Page, test } from '@playwright/test'
import { PAGE_TYPES } from '../support/page-types'

const site = () => process.env.SHARED_SITE as string

type Focused = { tag: string; text: string; covered: boolean; visible: boolean; outlined: boolean }

/** What has the focus, and whether any corner of it is hidden by something that floats above. */
const focused = (page: Page): Promise<Focused | undefined> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return undefined
    const box = element.getBoundingClientRect()
    const inset = 2
    const x = [box.left + inset, box.right - inset].map((value) => Math.min(Math.max(value, 0), innerWidth - 1))
    // Of what is taller than the window, a listing for example, the part that is in sight.
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)]
    const y = bottom > top ? [Math.min(top + inset, bottom), Math.max(bottom - inset - 1, top)] : []
    const tops = x.flatMap((left) => y.map((edge) => document.elementFromPoint(left, edge)))
    const floats = (hit: Element | null) => {
      for (let node: Element | null = hit; node; node = node.parentElement) {
        if (node === element || node.contains(element)) return false
        if (['fixed', 'sticky'].includes(getComputedStyle(node).position)) return true
      }
      return false
    }
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
    return {
      tag: element.tagName.toLowerCase(),
      text: (element.textContent ?? '').trim().slice(0, 40),
      visible: y.length > 0,
      covered: tops.some(floats),
      outlined: (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
    }
  })

for (const viewport of [
  { width: 320, height: 256 },
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
]) {
  for (const path of [PAGE_TYPES.home, PAGE_TYPES.article, PAGE_TYPES.contact, PAGE_TYPES.framework]) {
    test(`nothing that has the focus is covered on ${path} at ${viewport.width} × ${viewport.height}`, async ({
      browser,
    }) => {
      const page = await browser.newPage({ viewport, reducedMotion: 'reduce' })
      await page.goto(site() + path)
      let stops = 0
      for (; stops < 150; stops++) {
        await page.keyboard.press('Tab')
        if (!(await focused(page))) break
        // The browser scrolls to what gets the focus in a frame of its own.
        await expect
          .poll(() => focused(page), { message: `stop ${stops + 1}`, timeout: 2_000 })
          .toMatchObject({ visible: true, covered: false, outlined: true })
      }
      expect(stops).toBeGreaterThan(5)
      await page.close()
    })
  }
}

test('the first stop skips to the content', async ({ browser }) => {
  const page = await browser.newPage()
  await page.goto(site() + PAGE_TYPES.article)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))).toBe(true)
  await page.close()
})

test('a visitor reaches an article and writes to us by keyboard alone', async ({ browser }) => {
  const page = await browser.newPage()
  await page.goto(`${site()}/blog`)
  const tabTo = async (matches: (now: Focused) => boolean) => {
    for (let i = 0; i < 150; i++) {
      await page.keyboard.press('Tab')
      const now = await focused(page)
      if (now && matches(now)) return
    }
    throw new Error('No such stop')
  }
  await tabTo(({ tag, text }) => tag === 'a' && text.length > 30)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/blog\/[a-z0-9-]+$/)
  await page.goto(`${site()}/contact`)
  for (const label of ['Full name', 'Email', 'Company', 'Phone', 'Topic', 'Message', 'Send message']) {
    await tabTo(() => true)
    for (let i = 0; i < 40; i++) {
      const name = await page.evaluate(() => {
        const element = document.activeElement as HTMLInputElement | null
        return element?.labels?.[0]?.textContent ?? element?.textContent ?? ''
      })
      if (name.includes(label)) break
      await page.keyboard.press('Tab')
      expect(i, `${label} is reached`).toBeLessThan(39)
    }
  }
  await page.close()
})
