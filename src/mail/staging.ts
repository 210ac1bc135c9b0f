import type { SendMailOptions } from 'nodemailer'
import { DEFAULT_LOCALE } from '@/site/locales'
import { messages } from '@/site/messages'
import { escapeXml } from '@/site/xml'

type Recipients = SendMailOptions['to']

/** Recipients as people read them. */
function written(recipients: Recipients): string[] {
  if (!recipients) return []
  if (Array.isArray(recipients)) return recipients.flatMap(written)
  if (typeof recipients === 'string') return [recipients]
  const { name, address } = recipients
  return [name ? `${name} <${address}>` : (address ?? '')]
}

/** What to put on top of the HTML part: inside of its body, where there is one. */
function onTop(html: string, note: string): string {
  const body = /<body\b[^>]*>/i.exec(html)
  const at = body ? body.index + body[0].length : 0
  return html.slice(0, at) + note + html.slice(at)
}

/**
 * A mail as a staging site sends it: to one address and nobody else, with those it was meant for named in its text and
 * in `X-Original-To`. An answer to it would reach a person too, so `Reply-To` is dropped and named as well.
 * @param to the address that gets everything
 */
export function redirected(mail: SendMailOptions, to: string): SendMailOptions {
  const { cc, bcc, replyTo, dsn: _, ...rest } = mail
  const { subject, mailFor } = messages(DEFAULT_LOCALE).staging
  const people = [mail.to, cc, bcc].flatMap(written).join(', ')
  const note = `${mailFor} ${people}`
  const { text, html, from } = mail
  return {
    ...rest,
    to: { name: '', address: to },
    // nodemailer reads recipients from header fields too, unless it is told who they are.
    envelope: { from, to },
    subject: subject(mail.subject ?? ''),
    ...(typeof text === 'string' ? { text: `${note}\n\n${text}` } : {}),
    ...(typeof html === 'string' ? { html: onTop(html, `<p>${escapeXml(note)}</p>`) } : {}),
    headers: [
      ...headersOf(mail),
      { key: 'X-Original-To', value: people },
      ...written(replyTo).map((value) => ({ key: 'X-Original-Reply-To', value })),
    ],
  }
}

type Header = { key: string; value: string }

const RECIPIENTS = /^(to|cc|bcc|reply-to)$/i

/** Header fields that a mail brings along, without those that name somebody who would get it. */
function headersOf({ headers = [] }: SendMailOptions): Header[] {
  const all: Header[] = Array.isArray(headers)
    ? headers
    : Object.entries(headers).flatMap(([key, value]) =>
        [value].flat().map((one) => ({ key, value: typeof one === 'string' ? one : one.value })),
      )
  return all.filter(({ key }) => !RECIPIENTS.test(key))
}
