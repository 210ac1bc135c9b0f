import type { VerdictReason } from './verdict'

/** What the signs of a suspicious message mean, for whoever decides about it. */
export const VERDICT_WORDS: Record<VerdictReason, string> = {
  honeypot: 'A field that people do not see was filled in',
  'too-fast': 'Sent faster than a person writes',
  'ticket-missing': 'Sent without the form of the site',
  'ticket-expired': 'The form had been open for long',
  'ticket-broken': 'The form was changed on its way',
  'no-script': 'Sent without JavaScript',
  'link-in-name': 'A link in the name',
  markup: 'Link markup in the message',
  links: 'Several links',
  'many-links': 'Many links',
  'many-messages': 'One of many from the same network within minutes',
}
