import { createHash } from 'node:crypto'
import type { Payload } from 'payload'
import { v7 } from 'uuid'
import type { Attribution } from '@/forms/attribution'
import type { EmailAddress } from '@/forms/email-address'
import type { Mailbox } from '@/mail/transport'
import type { Meeting } from '@/payload-types'
import { env } from '@/platform/env'
import { insertOnce } from '@/platform/insert-once'
import { processState } from '@/platform/process-state'
import type { Locale } from '@/site/locales'
import { DAY_MS } from './availability/intervals'
import { slotAt } from './availability/slots'
import type { Slot } from './availability/types'
import { meetingUid } from './calendar/meeting-uid'
import { giveBack, lift, takeAll, underWay } from './claims/claims'
import { cellKeys } from './claims/keys'
import { takePlaces } from './claims/places'
import { completeMeeting } from './follow-up/complete'
import { organizerOf } from './follow-up/tell-meeting'
import { type Loaded, loadSituation } from './load-situation'
import { hashOfToken, manageToken } from './manage-token'
import { isWithinReach, nearestSlots } from './nearest'
import { type BookableType, bookableType } from './queries'

/** What somebody books, checked by the form that took it. */
export type BookingRequest = {
  /** Slug of the meeting type. */
  type: string
  /** Epoch milliseconds. */
  start: number
  /** Key of the form's ticket, or another text that a repeat shares: with type, start and address it makes a repeat known. */
  occasion: string
  name: string
  email: EmailAddress
  company?: string
  phone?: string
  /** Further addresses that are invited. */
  guests?: string[]
  answers?: { key: string; label: string; value: string }[]
  /** IANA name of the visitor's zone. */
  timeZone: string
  locale: Locale
  attribution?: Attribution
  /** Id of the colleague who books on behalf of a caller. */
  bookedBy?: string
}

/** A meeting with the token of its manage link. `repeat`: the same request had made it before. */
export type BookedMeeting = { state: 'booked'; meeting: Meeting; token: string; repeat: boolean }

/** `taken`: somebody was faster, or the time never was free; with the free times nearest to it. `unknown`: no such active type. */
export type BookingResult = BookedMeeting | { state: 'taken'; nearest: Slot[] } | { state: 'unknown' }

/** How long a repeat waits for the first, which is at work in another process. */
const WAIT_MS = 3_000
const LOOK_MS = 100

/** How long after its end a meeting's manage link opens. */
export const MANAGE_AFTER_MS = DAY_MS

function idempotencyKey({ occasion, type, start, email }: BookingRequest): string {
  return createHash('sha256').update(`${occasion}\0${type}\0${start}\0${email.identity}`).digest('hex')
}

function booked(meeting: Meeting, repeat: boolean): BookedMeeting {
  return { state: 'booked', meeting, token: manageToken(env().PAYLOAD_SECRET, meeting.id), repeat }
}

async function meetingOfKey(payload: Payload, key: string): Promise<Meeting | undefined> {
  const where = { idempotencyKey: { equals: key } }
  const query = { collection: 'meetings', where, limit: 1, pagination: false, depth: 0, overrideAccess: true } as const
  return (await payload.find(query)).docs[0]
}

/** The meeting of the same request that another process has made, or is about to. */
async function meetingOfRepeat(payload: Payload, key: string, now: number): Promise<Meeting | undefined> {
  for (let waited = 0; waited < WAIT_MS; waited += LOOK_MS) {
    const claims = await underWay(payload, now, key)
    const meeting = await meetingOfKey(payload, key)
    if (meeting || claims.length === 0) return meeting
    await new Promise((done) => setTimeout(done, LOOK_MS))
  }
  return undefined
}

type Attempt = { request: BookingRequest; key: string; bookable: BookableType; loaded: Loaded; slot: Slot; now: number }

/** The row that acknowledges a meeting. */
function rowOf(
  { request, key, bookable, slot, now }: Attempt,
  { id, hosts, places, organizer }: { id: string; hosts: string[]; places: string[]; organizer: Mailbox },
) {
  const { type } = bookable
  const { name, company, phone, guests = [], answers = [], timeZone, locale, attribution, bookedBy } = request
  return {
    id,
    status: 'confirmed' as const,
    start: new Date(slot.start).toISOString(),
    end: new Date(slot.end).toISOString(),
    typeName: type.name,
    type: type.id,
    host: hosts[0],
    hosts,
    places,
    snapshot: { ...bookable.snapshot, organizer },
    name,
    email: request.email.address,
    company,
    phone,
    guests,
    answers,
    timeZone,
    locale,
    attribution: attribution ?? {},
    bookedAt: new Date(now).toISOString(),
    bookedBy,
    uid: meetingUid(id, new URL(env().SITE_URL).hostname),
    sequence: 0,
    idempotencyKey: key,
    manageTokenHash: hashOfToken(manageToken(env().PAYLOAD_SECRET, id)),
    manageExpiresAt: new Date(slot.end + MANAGE_AFTER_MS).toISOString(),
  }
}

/**
 * Claims the time for these hosts and stores the meeting.
 * @returns undefined when somebody else has claimed any of it
 */
async function bookWith(payload: Payload, attempt: Attempt, hosts: string[]): Promise<Meeting | undefined> {
  const { bookable, key, loaded, slot, now } = attempt
  const rules = bookable.snapshot
  const id = v7()
  const by = { meeting: id, request: key, now }
  const cells = cellKeys({ ...slot, ...rules, hosts })
  const claimed = await takeAll(payload, cells, by)
  if (!claimed) return undefined
  const places = await takePlaces(payload, { loaded, rules, hosts, start: slot.start, by })
  if (!places) {
    await giveBack(payload, claimed)
    return undefined
  }
  // If this throws, nobody knows whether the meeting is stored: its claims stay, and the sweeper finds out.
  const row = rowOf(attempt, { id, hosts, places: places.keys, organizer: await organizerOf(payload, hosts) })
  const { document, inserted } = await insertOnce(payload, 'meetings', row, 'idempotencyKey')
  if (!inserted) {
    await giveBack(payload, [...claimed, ...places.ids])
    return document
  }
  if (await lift(payload, id, [...cells, ...places.keys])) return document
  // The process slept for longer than its claims lasted, and somebody has taken some over. Nobody was told yet.
  await payload.delete({ collection: 'meetings', id, overrideAccess: true })
  return undefined
}

async function bookNow(payload: Payload, request: BookingRequest, key: string, now: number): Promise<BookingResult> {
  const first = await meetingOfKey(payload, key)
  if (first) return booked(first, true)
  const bookable = await bookableType(payload, request.type)
  if (!bookable) return { state: 'unknown' }
  const { snapshot: rules, hosts } = bookable
  const { start } = request

  if (isWithinReach(start, rules, now)) {
    const range = { from: start, to: start + 1 }
    const loaded = await loadSituation(payload, { rules, hosts, range, now, withTurns: true })
    const slot = slotAt(loaded.situation, start)
    const choices = slot && rules.hostsMode === 'any' ? slot.hosts.map((host) => [host]) : slot ? [slot.hosts] : []
    for (const chosen of slot ? choices : []) {
      const meeting = await bookWith(payload, { request, key, bookable, loaded, slot: slot as Slot, now }, chosen)
      if (!meeting) continue
      // The meeting stands. What goes wrong from here on is made good by the sweeper, and is not the guest's matter.
      await completeMeeting(payload, meeting.id).catch((error) =>
        payload.logger.error({ err: error, msg: 'Completing a meeting failed', meeting: meeting.id }),
      )
      return booked(meeting, false)
    }
  }
  const repeat = await meetingOfRepeat(payload, key, now)
  if (repeat) return booked(repeat, true)
  return { state: 'taken', nearest: await nearestSlots(payload, { rules, hosts, start, now }) }
}

const attemptsUnderWay = () => processState('booking.underWay', () => new Map<string, Promise<BookingResult>>())

/** The meeting that the same request has made already, or is making in this process. */
export async function bookedBefore(payload: Payload, request: BookingRequest): Promise<BookedMeeting | undefined> {
  const key = idempotencyKey(request)
  await attemptsUnderWay().get(key)
  const meeting = await meetingOfKey(payload, key)
  return meeting && booked(meeting, true)
}

/**
 * Books a meeting, if the rules allow it and nobody is faster. A single insert acknowledges it; a repeat (double click,
 * reload) gets the meeting of the first.
 * @throws what the database threw
 */
export function book(payload: Payload, request: BookingRequest, now = new Date()): Promise<BookingResult> {
  const key = idempotencyKey(request)
  const underway = attemptsUnderWay()
  const first = underway.get(key)
  if (first) return first.then((result) => (result.state === 'booked' ? { ...result, repeat: true } : result))
  const result = bookNow(payload, request, key, now.getTime()).finally(() => underway.delete(key))
  underway.set(key, result)
  return result
}
