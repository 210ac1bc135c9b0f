import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import type { BookingFormState } from '@/booking/form/form-state'
import { availability } from '@/booking/queries'
import { issueTicket } from '@/forms/ticket'
import { env } from '@/platform/env'
import { POST } from '../../app/(site)/forms/book/route'
import { bookingTools } from './bookings'
import { postForm } from './form-route'

export const DAY_MS = 24 * 3_600_000

/** What each kind of meeting here asks. */
export const QUESTION = { label: 'Which system is it about?', kind: 'line' as const, required: true }

let senders = 0

/** Each sender has a network of their own, so that the limit is not what is tested unless a test gives an address. */
export const postBooking = (
  body: BodyInit,
  { address = `2001:db8:${(0x9000 + ++senders).toString(16)}::1`, ...more }: { address?: string; type?: string } = {},
) => postForm<BookingFormState>(POST, body, { address, ...more })

export const sendBooking = (typed: Record<string, string>, address?: string) =>
  postBooking(new URLSearchParams(typed), { address })

/** A ticket as a form of a minute ago carries it. */
export const ticketOf = (secret: string) => issueTicket(secret, new Date(Date.now() - 60_000))

/** Sets up what the booking form needs to be answered: who the agency is, and who reads messages. */
export async function prepareBookingForm(payload: Payload): Promise<void> {
  await payload.updateGlobal({ slug: 'settings', data: { companyName: 'Example', email: 'hello@example.com' } })
  await payload.updateGlobal({
    slug: 'notifications',
    data: { enquiryTypes: [{ key: 'meeting', label: 'A meeting', recipients: [{ email: 'sales@example.com' }] }] },
  })
}

/** A kind of meeting with a host of its own, the times at which it is free (ISO 8601), and its form. */
export async function offeredMeeting(payload: Payload) {
  const { type, slug, hosts } = await bookingTools(payload).typeWith(1, { questions: [QUESTION] })
  const from = Date.now() + 3 * DAY_MS
  const slots = (await availability(payload, slug, { from, to: from + 7 * DAY_MS })) ?? []
  const free = slots.map(({ start }) => new Date(start).toISOString())

  /** The form as a person sends it; each call is another person. */
  const filledIn = (change: Record<string, string> = {}) => ({
    intent: 'book',
    type: slug,
    start: free[0] ?? '',
    name: 'Ann Lee',
    email: `${randomUUID()}@example.com`,
    guests: 'ben@example.com',
    about: 'A shop for boats.',
    answer1: 'The shop',
    zone: 'Asia/Kolkata',
    ticket: ticketOf(env().PAYLOAD_SECRET),
    attribution: '{"landingPage":"/blog/boats"}',
    ...change,
  })
  return { id: type.id, slug, hosts, free, filledIn }
}

/** How many documents there are of all that a booking writes. */
export async function storedByBookings(payload: Payload) {
  const slugs = ['meetings', 'meeting-claims', 'contact-submissions', 'leads', 'lead-events', 'emails'] as const
  const counts = await Promise.all(slugs.map((collection) => payload.count({ collection })))
  return Object.fromEntries(slugs.map((slug, index) => [slug, counts[index]?.totalDocs]))
}

export async function messagesOf(payload: Payload, email: string | undefined) {
  const where = { email: { equals: email } }
  return (await payload.find({ collection: 'contact-submissions', where, depth: 0 })).docs
}
