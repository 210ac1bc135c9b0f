import type { AddressObject } from 'mailparser'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deliverDue } from '@/mail/deliver'
import { type ContactForm, contactForm } from '../support/contact-form'
import { contractPayload } from '../support/contract'
import { mailServer } from '../support/mail-server'

let payload: Payload
let contact: ContactForm
let server: Awaited<ReturnType<typeof mailServer>>

beforeAll(async () => {
  payload = await contractPayload()
  contact = await contactForm(payload)
  server = await mailServer()
})

afterAll(() => server.close())

/** Sends the form, and gives what arrives: with sales, and with whoever wrote. */
async function arriving(change: Parameters<ContactForm['form']>[0]) {
  const typed = contact.form(change)
  await contact.send(typed)
  server.arrived.length = 0
  while ((await deliverDue(payload, server.transport)) > 0);
  const to = (address: string | undefined) =>
    server.arrived.find((mail) => (mail.to as AddressObject).value[0]?.address === address)
  const sales = to('office@example.com')
  const acknowledgement = to(typed.email)
  if (!sales || !acknowledgement) throw new Error('A mail did not arrive')
  return { typed, sales, acknowledgement }
}

/** What a reader sees of the HTML part: its text. */
const seen = (html: string | false | undefined) =>
  String(html)
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]*>/g, ' ')

/** The addresses that a click leads to. */
const links = (html: string | false | undefined) =>
  [...String(html).matchAll(/href="([^"]*)"/g)].map(([, address]) => address)

/** As it looks: a word joiner has no width. */
const withoutJoiners = (text: string | undefined) => text?.replaceAll('\u2060', '')

const ENTITIES = /&(?:amp|lt|gt|quot|#\w+);/

describe('a name that somebody typed', () => {
  it.each(['<script>alert(1)</script>', 'Tom & "Jerry"', "=?utf-8?Q?Bob?= O'Neill, <b>", 'Nguyễn Thị Ánh'])(
    '%s stays text in both parts and in the subject',
    async (name) => {
      const { sales, acknowledgement } = await arriving({ name })
      expect(withoutJoiners(sales.subject)).toContain(`: ${name} (`)
      expect(sales.text).toContain(`Full name: ${name}\n`)
      expect(acknowledgement.text).toContain(`Hello ${name},\n`)
      expect(withoutJoiners(sales.replyTo?.value[0]?.name)).toBe(name)
      for (const mail of [sales, acknowledgement]) {
        expect(mail.text).not.toMatch(ENTITIES)
        expect(mail.subject).not.toMatch(ENTITIES)
        expect(mail.html).not.toMatch(/<script|<b>/)
      }
    },
  )

  it.each(['evil.example/win', 'Win at evil.example', 'me@evil.example'])(
    '%s becomes no link for sales, and is not mailed to an address that may be a stranger’s',
    async (name) => {
      const { sales, acknowledgement } = await arriving({ name })
      for (const part of [sales.text, seen(sales.html), sales.subject]) {
        expect(part).not.toContain(name)
        expect(withoutJoiners(part)).toContain(name)
      }
      for (const part of [acknowledgement.text, acknowledgement.html, acknowledgement.source]) {
        expect(part).not.toContain('evil')
      }
      expect(acknowledgement.text).toMatch(/^Hello,\n/)
    },
  )

  it('turns no text around', async () => {
    const { sales, acknowledgement } = await arriving({ name: 'Ann \u202egnp.exe\u202c' })
    for (const mail of [sales, acknowledgement]) {
      expect(`${mail.text}${mail.html}${mail.subject}`).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
    }
  })
})

describe('a message', () => {
  const message = 'See https://evil.example/?a=1&b=2\r\n\r\n<b>Bold</b> & "quoted"\r\n.\r\nEnd'

  it('reaches sales letter by letter, and is not repeated to its sender', async () => {
    const { sales, acknowledgement } = await arriving({ message })
    expect(sales.text).toContain('> See https://evil.example/?a=1&b=2\n> \n> <b>Bold</b> & "quoted"\n> .\n> End\n')
    expect(seen(sales.html)).toContain('&lt;b&gt;Bold&lt;/b&gt; &amp; &quot;quoted&quot;')
    expect(acknowledgement.source).not.toContain('evil')
    expect(links(acknowledgement.html)).toEqual([])
  })

  it('leaves sales with links of our own alone', async () => {
    const { sales } = await arriving({ message })
    expect(links(sales.html)).not.toEqual([])
    for (const address of links(sales.html))
      expect(address).toMatch(/\/admin\/collections\/(leads|contact-submissions)\/|\/act\/answered\?/)
  })

  it('of ten thousand characters on one line is sent in lines that SMTP allows', async () => {
    const long = `${'word '.repeat(1999)}end`
    const { sales } = await arriving({ message: long })
    expect(Math.max(...sales.source.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998)
    expect(sales.text).toContain(long)
  })
})

describe('the mail to sales', () => {
  it('names every field, the way here, and other messages of the same person', async () => {
    const way = { landingPage: '/blog/rust?x=1', referrer: 'https://search.example/', source: 'news', campaign: 'may' }
    const details = { company: 'Lee & Sons', phone: '+44 20 7946 0002', attribution: JSON.stringify(way), from: 'rust' }
    const { typed } = await arriving({ ...details, message: 'First.' })
    const { sales } = await arriving({ ...details, email: typed.email, message: 'Second.' }).catch(() => ({
      sales: server.arrived[0],
    }))
    const [first, second] = await contact.stored(typed.email)
    for (const line of [
      'Full name: Ann Lee',
      `Email: ${typed.email}`,
      'Company: Lee & Sons',
      'Phone: +44 20 7946 0002',
      'Topic: Something else',
      `Reference: ${second?.reference}`,
      'Consent: You may store this.',
      'Article: rust',
      'First page: /blog/rust?x=1',
      'Campaign: news / may',
    ]) {
      expect(sales?.text).toContain(`${line}\n`)
    }
    expect(sales?.text).toContain('/admin/collections/leads/')
    expect(sales?.text).toMatch(/Other messages of the same person\n\n- Something else, \d+ \w+ \d{4}/)
    expect(links(sales?.html)).toContainEqual(
      expect.stringContaining(`/admin/collections/contact-submissions/${first?.id}`),
    )
  })

  it('of a first message speaks of no other', async () => {
    const { sales } = await arriving({})
    expect(sales.text).not.toContain('Other messages')
  })
})

describe('an acknowledgement', () => {
  it('promises when somebody answers in the words of the settings, and else nothing', async () => {
    const said = async (answerPromise: string) => {
      await payload.updateGlobal({ slug: 'settings', data: { answerPromise } })
      return (await arriving({})).acknowledgement.text
    }
    expect(await said('by the end of the next day')).toContain('An engineer will answer by the end of the next day.')
    expect(await said('')).toContain('An engineer will answer.')
  })
})
