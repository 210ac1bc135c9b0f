import { createTransport, type SendMailOptions } from 'nodemailer'
import { describe, expect, it } from 'vitest'
import { redirected } from './staging'

const STAGING = 'tests@example.com'

const mail: SendMailOptions = {
  from: { name: 'Example', address: 'site@example.com' },
  to: [{ name: 'Ann <b> Lee', address: 'ann@example.com' }, 'bob@example.com'],
  cc: 'carol@example.com',
  bcc: { name: '', address: 'dan@example.com' },
  replyTo: { name: 'Eve', address: 'eve@example.com' },
  subject: 'Hello',
  text: 'The text',
  html: '<!doctype html><html><body style="margin:0"><p>The text</p></body></html>',
  messageId: '<1@example.com>',
  headers: { 'Auto-Submitted': 'auto-generated', Bcc: 'frank@example.com' },
}

/** What leaves: the recipients that the server is told, and the message. */
async function sent(options: SendMailOptions) {
  const { envelope, message } = await createTransport({ streamTransport: true, buffer: true }).sendMail(options)
  return { envelope, message: String(message) }
}

describe('a mail of a staging site', () => {
  it('goes to the one address, whoever was to get it', async () => {
    expect((await sent(mail)).envelope.to).toContain('ann@example.com')
    const { envelope, message } = await sent(redirected(mail, STAGING))
    expect(envelope).toEqual({ from: 'site@example.com', to: [STAGING] })
    expect(message).toMatch(/^To: tests@example\.com\r?$/m)
    expect(message).not.toMatch(/^(Cc|Bcc|Reply-To):/im)
    expect(message).not.toContain('frank@example.com')
  })

  it('does not go where an envelope of its own says', async () => {
    const own = { ...mail, envelope: { from: 'site@example.com', to: ['ann@example.com'] } }
    expect((await sent(redirected(own, STAGING))).envelope.to).toEqual([STAGING])
  })

  it('names those it was meant for in its header, and on top of both parts as text', () => {
    const { headers, html, subject, text } = redirected(mail, STAGING)
    const people = 'Ann <b> Lee <ann@example.com>, bob@example.com, carol@example.com, dan@example.com'
    expect(subject).toBe('[Staging] Hello')
    expect(headers).toContainEqual({ key: 'X-Original-To', value: people })
    expect(headers).toContainEqual({ key: 'X-Original-Reply-To', value: 'Eve <eve@example.com>' })
    expect(headers).toContainEqual({ key: 'Auto-Submitted', value: 'auto-generated' })
    expect(text).toMatch(new RegExp(`^A staging site .*${people}\n\nThe text$`))
    expect(html).toContain('<body style="margin:0"><p>A staging site')
    expect(html).toContain('Ann &lt;b&gt; Lee &lt;ann@example.com&gt;, bob@example.com')
  })

  it('has no part that it did not have', () => {
    const { text, html } = redirected({ ...mail, text: undefined, html: '<p>Reset</p>' }, STAGING)
    expect(text).toBeUndefined()
    expect(html).toMatch(/^<p>A staging site.*<\/p><p>Reset<\/p>$/)
  })

  it('is the same mail when it is tried again', () => {
    expect(redirected(mail, STAGING).messageId).toBe('<1@example.com>')
  })
})
