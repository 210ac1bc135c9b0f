import type { Mailbox } from '@/mail/transport'

/** What no text of a calendar file may hold (RFC 5545, section 3.1, CONTROL): all control characters but tab and line feed. */
const CONTROLS = /[^\P{Cc}\t\n]/gu

/** Text of a property. Line ends become LF, which the generator writes as `\n`: a bare CR would end the line for some readers. */
export function calendarText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(CONTROLS, '')
}

/** Text of a property that the generator writes as it comes (RFC 5545, section 3.3.11). */
export function escapedCalendarText(text: string): string {
  return calendarText(text)
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replace(/\n/g, '\\n')
}

/**
 * A name as it stands in a parameter (CN). A parameter knows no escapes: readers take the generator's `\"` for the end
 * of the name, and few know RFC 6868, whose sign is `^`. So these characters give way to their typographic twins.
 */
export function calendarName(name: string): string {
  return calendarText(name)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(^|[\s(])"/g, '$1“')
    .replaceAll('"', '”')
    .replaceAll('\\', '⧵')
    .replaceAll('^', 'ˆ')
}

/** An address after `mailto:`. What the generator would escape as if it were text is percent-encoded (RFC 6068). */
export const calendarAddress = (address: string) => calendarText(address).replace(/[",;\\\s]/g, encodeURIComponent)

/** A link as a value of type URI, which knows no escapes either; undefined for what is no absolute address. */
export function calendarLink(url: string | undefined): string | undefined {
  if (!url || !URL.canParse(url)) return undefined
  return new URL(url).href.replace(/[,;\\]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
}

/** Each mailbox once, however its address is spelled; the first one stays. */
export function distinctMailboxes(mailboxes: Mailbox[]): Mailbox[] {
  const byAddress = new Map<string, Mailbox>()
  for (const mailbox of mailboxes) {
    const address = mailbox.address.toLowerCase()
    if (!byAddress.has(address)) byAddress.set(address, mailbox)
  }
  return [...byAddress.values()]
}
