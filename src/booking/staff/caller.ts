import type { PayloadRequest } from 'payload'
import { isTimeZone } from '@/platform/time-zone'
import { fieldOfQuestion } from '../form/booking-request'
import { dateIn } from '../page/days'
import { askingMessage, senderOf } from './asking-message'

/** What is known of whoever calls: the first values of the form. */
export type Caller = Record<'name' | 'email' | 'company' | 'phone' | 'guests' | 'about', string>

/** For whom the form is opened, and with what it begins. */
export type Opening = {
  caller: Caller
  /** Id of their lead: the meeting is theirs, whatever address they give. */
  lead?: string
  /** Id of the message that asks for the meeting. */
  message?: string
  /** Slug of a meeting type. */
  type?: string
  /** IANA name. */
  zone?: string
  /** The date to begin with, `2027-01-14`. */
  day?: string
  /** What was answered to the questions of the type, by the name of the field. */
  answers?: Record<string, string>
}

const NOBODY: Caller = { name: '', email: '', company: '', phone: '', guests: '', about: '' }

async function openingOfLead(req: PayloadRequest, id: string): Promise<Opening | undefined> {
  const { payload } = req
  const mine = { depth: 0, overrideAccess: false, req } as const
  const points = { where: { lead: { equals: id } }, sort: 'createdAt', pagination: false, limit: 0 } as const
  const [lead, { docs }] = await Promise.all([
    payload.findByID({ collection: 'leads', id, joins: false, disableErrors: true, ...mine }),
    payload.find({ collection: 'contact-points', ...points, ...mine }),
  ])
  if (!lead) return undefined
  const first = (wanted: 'email' | 'phone') => docs.find(({ kind }) => kind === wanted)?.raw ?? ''
  const { name, company, timeZone } = lead
  return {
    caller: { ...NOBODY, name: name ?? '', company: company ?? '', email: first('email'), phone: first('phone') },
    lead: lead.id,
    zone: timeZone && isTimeZone(timeZone) ? timeZone : undefined,
  }
}

async function openingOfMessage({ payload }: PayloadRequest, id: string): Promise<Opening | undefined> {
  const asking = await askingMessage(payload, id)
  if (!asking || asking.isHeld) return undefined
  const { message, wish } = asking
  const { name, company, phone, lead } = message
  const guests = wish.guests.join(', ')
  const about = message.message
  return {
    caller: { name, email: senderOf(message), company: company ?? '', phone: phone ?? '', guests, about },
    lead: lead ? String(lead) : undefined,
    message: message.id,
    type: wish.type,
    zone: wish.zone,
    day: dateIn(wish.zone)(Date.parse(wish.times[0] ?? '')),
    answers: Object.fromEntries(wish.answers.map(({ key, value }) => [fieldOfQuestion(key), value])),
  }
}

/** What the form for a caller begins with: what a message asks for, what is known of a lead, or nothing. */
export async function openingOf(
  req: PayloadRequest,
  { lead, message }: { lead?: string; message?: string },
): Promise<Opening> {
  const found = message ? await openingOfMessage(req, message) : lead ? await openingOfLead(req, lead) : undefined
  return found ?? { caller: NOBODY }
}
