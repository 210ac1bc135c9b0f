import type { Payload } from 'payload'
import { Temporal } from 'temporal-polyfill'
import { type ContactReceipt, submitContact } from '@/leads/actions'
import type { ContactOffer } from '@/leads/queries'
import { formatMoment } from '@/site/dates'
import { messages } from '@/site/messages'
import type { BookingDetails, TypedBooking } from './form/booking-form'
import { questionAnswers } from './form/booking-request'
import type { OfferedType } from './page/offered-types'

/** A wish for a meeting at times that were not on the list, or that a person should look at first. */
export type MeetingRequest = {
  type: OfferedType
  details: BookingDetails
  /** Epoch milliseconds. */
  times: number[]
  typed: TypedBooking
  offer: ContactOffer
  /** Address of the sender's machine, as the door saw it. */
  address: string
}

/** Answers under these keys say what sales can turn into a meeting by one press: times, type, zone and further guests. */
export const PREFERRED_KEY = 'preferred'
export const TYPE_KEY = 'meeting-type'
export const ZONE_KEY = 'time-zone'
export const GUESTS_KEY = 'guests'

/** The enquiry type of such messages, where the agency has it. */
const TOPIC = 'meeting'

/** An instant of a clock on the wall: `2027-01-14T09:30` in a zone. One that the clock skips is the hour after it. */
export const instantOf = (wallClock: string, zone: string): number =>
  Temporal.PlainDateTime.from(wallClock).toZonedDateTime(zone).epochMilliseconds

/**
 * Takes the wish as a message: it is stored, judged, acknowledged and answered like every other, and carries the times
 * so that nobody types them again.
 * @throws what the database threw, if it could not be stored
 */
export function requestMeeting(
  payload: Payload,
  { type, details, times, typed, offer, address }: MeetingRequest,
): Promise<ContactReceipt> {
  const { booking } = messages(offer.locale)
  const { name, email, company, phone, about, zone, guests } = details
  const told = times.map((time) => formatMoment(new Date(time), offer.locale, zone))
  const answers = [
    { key: TYPE_KEY, label: booking.meeting.type, value: type.slug },
    ...times.map((time, index) => ({
      key: PREFERRED_KEY,
      label: booking.preferred(index + 1),
      value: new Date(time).toISOString(),
    })),
    { key: ZONE_KEY, label: booking.zone, value: zone },
    { key: GUESTS_KEY, label: booking.fields.guests, value: guests.map((guest) => guest.address).join(', ') },
    ...questionAnswers(type, details),
  ]
  return submitContact(payload, {
    message: {
      name,
      email,
      company,
      phone,
      topic: offer.topics.some(({ key }) => key === TOPIC) ? TOPIC : (offer.topics[0]?.key ?? ''),
      message: [booking.requestText(type.name, told), about].filter(Boolean).join('\n\n'),
    },
    typed,
    offer,
    address,
    answers,
  })
}
