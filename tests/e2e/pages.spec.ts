import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { PAGE_TYPES, type PageType, statusOf } from '../support/page-types'

const site = () => process.env.SHARED_SITE as string
const types = Object.entries(PAGE_TYPES) as Array<[PageType, string]>

for (const [type, path] of types) {
  test.describe(type, () => {
    test('is a document: no inline script or style, no framework, a strict policy', async () => {
      const response = await fetch(site() + path)
      const html = await response.text()
      expect(response.status).toBe(statusOf(type))
      expect(html).not.toMatch(/\sstyle=/)
      expect(html).not.toMatch(/<style\b/)
      expect(html).not.toMatch(/_next\/static\/[^"]*\.js/)
      expect(html).not.toContain('<!--$?-->')
      const scripts = html.match(/<script\b[^>]*>/g) ?? []
      expect(
        scripts.filter((tag) => !/type="application\/ld\+json"|type="module"|type="speculationrules"/.test(tag)),
      ).toEqual([])
      const policy = response.headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'self'")
      expect(policy).not.toContain('unsafe')
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    })

    test('tells machines what it is', async () => {
      const html = await (await fetch(site() + path)).text()
      const head = html.slice(0, html.indexOf('</head>'))
      expect(head).toMatch(/<html[^>]* lang="en"/)
      expect(head).toMatch(/<title>[^<]{3,}<\/title>/)
      if (type === 'not found') {
        expect(head).toMatch(/name="robots" content="[^"]*noindex/)
        return
      }
      expect(head).toMatch(/<meta name="description" content="[^"]{10,}"/)
      const canonical = head.match(/<link rel="canonical" href="([^"]+)"/)?.[1]
      expect(canonical?.startsWith(site())).toBe(true)
      expect(head).toMatch(/<meta property="og:title" content="[^"]+"/)
      const data = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)]
      expect(data.length).toBeGreaterThan(0)
      for (const [, json] of data) expect(JSON.parse(json as string)).toHaveProperty('@context', 'https://schema.org')
    })

    test('says the same without JavaScript', async ({ browser }) => {
      const words = async (javaScriptEnabled: boolean) => {
        const page = await browser.newPage({ javaScriptEnabled })
        await page.goto(site() + path)
        // The buttons that scripts add are the one difference.
        await page.locator('main copy-code button').evaluateAll((buttons) => {
          for (const button of buttons) button.remove()
        })
        const text = await page.locator('main').innerText()
        await page.close()
        return text.replace(/\s+/g, ' ')
      }
      const without = await words(false)
      expect(without.length).toBeGreaterThan(40)
      expect(await words(true)).toBe(without)
    })

    for (const colorScheme of ['light', 'dark'] as const) {
      test(`has no accessibility violation, ${colorScheme}`, async ({ browser }) => {
        const context = await browser.newContext({ colorScheme, viewport: { width: 390, height: 844 } })
        const page = await context.newPage()
        const requests: string[] = []
        page.on('request', (request) => requests.push(request.url()))
        await page.goto(site() + path)
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze()
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
        expect(requests.filter((url) => !url.startsWith(site()) && !url.startsWith('data:'))).toEqual([])
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        expect(overflow).toBeLessThanOrEqual(0)
        await context.close()
      })
    }
  })
}

test('pages past the end and odd page numbers are not found', async () => {
  for (const page of ['0', '-1', '1e1', '999', '1.5', '%20', '01', 'two']) {
    expect((await fetch(`${site()}/blog/page/${page}`)).status, page).toBe(404)
  }
})
