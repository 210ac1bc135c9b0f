import type { TicketReading } from '@/forms/ticket'

/** What can be seen of how a message was written. */
export type Signs = {
  honeypot: string
  ticket: TicketReading
  /** The script of the form ran. */
  scripted: boolean
  name: string
  company: string
  message: string
  receivedAt: Date
}

export type VerdictReason =
  | 'honeypot'
  | 'too-fast'
  | 'ticket-missing'
  | 'ticket-expired'
  | 'ticket-broken'
  | 'no-script'
  | 'link-in-name'
  | 'markup'
  | 'links'
  | 'many-links'
  | 'many-messages'

/** `held`: stored and marked, and nobody is mailed until a person releases it. */
export type Verdict = { state: 'accepted' | 'held'; reasons: VerdictReason[] }

/** Nobody reads the page, writes a message and sends it in less, even when the browser fills in the rest. */
const FASTEST_PERSON_MS = 2000

/** Points from which a message is held. Notes weigh nothing, and no single weak sign is enough. */
const HOLD_FROM = 3
const WEIGHTS: Record<VerdictReason, number> = {
  honeypot: HOLD_FROM,
  'too-fast': HOLD_FROM,
  'link-in-name': HOLD_FROM,
  markup: HOLD_FROM,
  'many-links': HOLD_FROM,
  'many-messages': HOLD_FROM,
  links: 1,
  'no-script': 1,
  'ticket-missing': 1,
  'ticket-broken': 1,
  'ticket-expired': 0,
}

/** What a proof of work takes off: enough for one strong sign, and too little for two. */
const PROOF_WEIGHT = 1

const LINK = /\bhttps?:\/\/|\bwww\.\p{L}/giu
const MARKUP = /<a\s[^>]*href|\[url[=\]]|\[link[=\]]/i

const pointsOf = (reasons: VerdictReason[]) => reasons.reduce((sum, reason) => sum + WEIGHTS[reason], 0)

/** Judges a message. A filter holds and never refuses: it cannot know. */
export function verdict(signs: Signs): Verdict {
  const { ticket, message, receivedAt } = signs
  const links = message.match(LINK)?.length ?? 0
  const found: Partial<Record<VerdictReason, boolean>> = {
    honeypot: signs.honeypot !== '',
    'too-fast': ticket.state === 'valid' && receivedAt.getTime() - ticket.ticket.issuedAt < FASTEST_PERSON_MS,
    'ticket-missing': ticket.state === 'missing',
    'ticket-expired': ticket.state === 'expired',
    'ticket-broken': ticket.state === 'broken',
    'no-script': !signs.scripted,
    'link-in-name': (`${signs.name} ${signs.company}`.match(LINK)?.length ?? 0) > 0,
    markup: MARKUP.test(message),
    links: links >= 3 && links < 8,
    'many-links': links >= 8,
  }
  const reasons = (Object.keys(WEIGHTS) as VerdictReason[]).filter((reason) => found[reason])
  return { state: pointsOf(reasons) >= HOLD_FROM ? 'held' : 'accepted', reasons }
}

/** The same message when it is one of many from its address or network, which is seen only once it is to be stored. */
export const holdAsOneOfMany = ({ reasons }: Verdict): Verdict => ({
  state: 'held',
  reasons: [...reasons, 'many-messages'],
})

/** Whether a proof of work makes up for why a message is held. For a filled honeypot nothing does. */
export const outweighedByProof = (reasons: VerdictReason[]): boolean =>
  !reasons.includes('honeypot') && pointsOf(reasons) - PROOF_WEIGHT < HOLD_FROM
