/**
 * A piece of a mail. Every string is text, also when a visitor typed it: `render` makes it so in both parts. A mail is
 * a list of these, and not HTML of its own, so that its plain part is written and not scraped off the other.
 */
export type MailBlock =
  | { paragraph: string }
  | { heading: string }
  /** Text of a colleague: its line breaks are kept, and addresses of pages in it are links. */
  | { typed: string }
  /** Text that somebody typed: its line breaks are kept. */
  | { quote: string }
  | { facts: readonly (readonly [label: string, value: string])[] }
  /** What the reader is asked to do. */
  | { link: MailLink }
  | { links: readonly MailLink[] }
  /** What few need to read. */
  | { note: string }

export type MailLink = { label: string; url: string }
