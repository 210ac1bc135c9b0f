import { expect, test } from '@playwright/test'
import type { ParsedMail } from 'mailparser'
import { en } from '@/site/messages/en'
import { signIn } from '../support/sign-in'
import { type Site, startSite } from '../support/site'

const TO = 'tests@example.com'
const { banner } = en.staging

let site: Site
test.beforeAll(async () => {
  site = await startSite({ env: { SITE_ENV: 'staging', STAGING_MAIL_TO: TO } })
})
test.afterAll(() => site.stop())

const production = () => process.env.SHARED_SITE as string

const PAGES = ['/', '/blog', '/contact', '/nowhere']
const OTHERS = ['/robots.txt', '/sitemap.xml', '/feed.xml', '/healthz', '/api/articles', '/bad%ff', '/forms/contact']

test('a staging site asks search engines to leave it out; production does not', async () => {
  for (const path of [...PAGES, ...PAGES, ...OTHERS]) {
    const tag = async (url: string) => (await fetch(url + path)).headers.get('x-robots-tag')
    expect(await tag(site.url), path).toBe('noindex')
    expect(await tag(production()), path).toBeNull()
  }
  const robots = async (url: string) => (await fetch(`${url}/robots.txt`)).text()
  expect(await robots(site.url)).toBe('User-agent: *\nDisallow: /\n')
  expect(await robots(production())).not.toMatch(/^Disallow: \/$/m)
})

test('a banner stands on every page of the site, in the document itself and under the same policy', async () => {
  const policy = (response: Response) => response.headers.get('content-security-policy')
  for (const path of PAGES) {
    const [staged, real] = await Promise.all([fetch(site.url + path), fetch(production() + path)])
    expect(policy(staged)).toBe(policy(real))
    const [html, plain] = await Promise.all([staged.text(), real.text()])
    expect(html, path).toContain(`>${banner}</p>`)
    expect(html, path).toMatch(/<meta name="robots" content="noindex/)
    expect(plain, path).not.toContain(banner)
  }
  // From memory, the page is the same.
  expect(await (await fetch(`${site.url}/blog`)).text()).toContain(banner)
})

test('the admin has it too, before and after signing in', async () => {
  const { cookie } = await signIn(site, 'admin')
  const shown = async (url: string, path: string, headers = {}) => (await fetch(url + path, { headers })).text()
  expect(await shown(site.url, '/admin/login')).toContain(banner)
  expect(await shown(site.url, '/admin', { cookie, origin: site.url })).toContain(banner)
  expect(await shown(production(), '/admin/login')).not.toContain(banner)
})

test('every mail goes to the one address: of the form, and of accounts', async () => {
  const sender = 'ann@example.com'
  const html = await (await fetch(`${site.url}/contact`)).text()
  const value = (tag: RegExp) => html.match(tag)?.[0].match(/ value="([^"]*)"/)?.[1] ?? ''
  const [topic, consent, ticket] = [
    /<option[^>]*>/,
    /<input[^>]*name="consent"[^>]*>/,
    /<input[^>]*name="ticket"[^>]*>/,
  ].map(value)
  // Sent faster than a person types, a message is held.
  await new Promise((done) => setTimeout(done, 2_500))
  const typed = { name: 'Ann Lee', email: sender, message: 'We need a backend.' }
  const fields = { ...typed, topic: topic ?? '', consent: consent ?? '', ticket: ticket ?? '', attribution: '{}' }
  const sent = await fetch(`${site.url}/forms/contact`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  })
  expect(sent.status).toBe(303)
  const { email } = site.account('editor')
  const forgotten = await fetch(`${site.url}/api/users/forgot-password`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: site.url },
    body: JSON.stringify({ email }),
  })
  expect(forgotten.status).toBe(200)

  const recipients = (mail: ParsedMail) => [mail.to, mail.cc, mail.bcc].flat().map((field) => field?.text ?? '')
  const all = async () => site.mail().catch(() => [])
  await expect.poll(async () => (await all()).length, { timeout: 30_000 }).toBeGreaterThanOrEqual(3)
  const mails = await all()
  for (const mail of mails) expect(recipients(mail).filter(Boolean)).toEqual([TO])
  const meant = mails.map((mail) => String(mail.headers.get('x-original-to')))
  expect(meant.some((people) => people.includes(sender))).toBe(true)
  expect(meant.some((people) => people.includes(email))).toBe(true)
})
