import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { takeSlot } from '@/forms/rate-limit'
import {
  messagesOf,
  offeredMeeting,
  prepareBookingForm,
  QUESTION,
  sendBooking,
  storedByBookings,
} from '../support/booking-form'
import { flawsOf, meetingsOf } from '../support/bookings'
import { contractPayload } from '../support/contract'

let payload: Payload
let type: Awaited<ReturnType<typeof offeredMeeting>>

beforeAll(async () => {
  payload = await contractPayload()
  await prepareBookingForm(payload)
})

beforeEach(async () => {
  type = await offeredMeeting(payload)
})

/** As an address looks that has sent so many forms in the last minutes. */
async function hasSent(address: string, times: number): Promise<void> {
  for (let n = 0; n < times; n++) await takeSlot(address)
}

describe('a booking that may be made by a machine', () => {
  /** The message that a booking became, which nobody is mailed of until somebody looks at it. */
  async function heldMessage(typed: Record<string, string>, reason: string) {
    const [message, ...more] = await messagesOf(payload, typed.email)
    expect(more).toEqual([])
    expect(message).toMatchObject({ state: 'held', reasons: expect.arrayContaining([reason]), name: 'Ann Lee' })
    const owed = await payload.count({ collection: 'emails', where: { submission: { equals: message?.id } } })
    expect(owed.totalDocs).toBe(0)
    expect(await meetingsOf(payload, type.id)).toEqual([])
    expect(await flawsOf(payload, type.hosts)).toEqual([])
    return message
  }

  it('takes nobody’s time: with the trap filled in it is a message, which says all that was typed', async () => {
    const typed = type.filledIn({ extra_remarks: 'Buy now' })
    const { status, location } = await sendBooking(typed)
    expect(status).toBe(303)
    expect(location).toMatch(/^\/contact\/received\//)
    const message = await heldMessage(typed, 'honeypot')
    expect(message?.message).toContain('A shop for boats.')
    expect(message?.answers).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ key: 'preferred', value: typed.start }),
        expect.objectContaining({ key: 'guests', value: 'ben@example.com' }),
        expect.objectContaining({ label: QUESTION.label, value: 'The shop' }),
      ]),
    )
  })

  it('is the eleventh form of an address, which is a message, while others book', async () => {
    const address = '2001:db8:8f01::1'
    await hasSent(address, 10)
    const typed = type.filledIn()
    expect((await sendBooking(typed, address)).location).toMatch(/^\/contact\/received\//)
    await heldMessage(typed, 'many-messages')
    expect((await sendBooking(type.filledIn())).location).toMatch(/^\/book\/manage\//)
  })

  it('is the sixth meeting for one address within an hour, wherever the forms come from', async () => {
    const email = `${randomUUID()}@example.com`
    const typed = type.free.slice(0, 12).map((start) => type.filledIn({ email, start }))
    const [first, ...more] = typed.filter((_, index) => index % 2 === 0)
    for (const one of [first, ...more.slice(0, 4)]) {
      expect((await sendBooking(one ?? {})).location).toMatch(/^\/book\/manage\//)
    }
    expect((await sendBooking(more[4] ?? {})).location).toMatch(/^\/contact\/received\//)
    expect((await sendBooking(first ?? {})).location).toMatch(/^\/book\/manage\//)
    expect(await meetingsOf(payload, type.id)).toHaveLength(5)
    expect(await messagesOf(payload, email)).toHaveLength(1)
  })

  it('is no repeat of a booking: that leads to its meeting, however much the address has sent', async () => {
    const address = '2001:db8:8f02::1'
    await hasSent(address, 9)
    const typed = type.filledIn()
    const first = sendBooking(typed, address)
    const claims = () => payload.count({ collection: 'meeting-claims', where: { key: { like: type.hosts[0] } } })
    await expect.poll(async () => (await claims()).totalDocs, { interval: 5 }).toBeGreaterThan(0)
    const again = await sendBooking(typed, address)
    const { location } = await first
    expect(location).toMatch(/^\/book\/manage\//)
    expect([again.location, (await sendBooking(typed, address)).location]).toEqual([location, location])
    expect(await messagesOf(payload, typed.email)).toEqual([])
    expect(await meetingsOf(payload, type.id)).toHaveLength(1)
  })

  it.each([
    ['its address', ['2001:db8:8f03:a::1'], '2001:db8:8f03:a::2'],
    ['its network', ['a', 'b', 'c', 'd'].map((part) => `2001:db8:8f04:${part}::1`), '2001:db8:8f04:e::1'],
  ])(
    'comes back in a flood from %s with its text and the time to wait, and nothing is stored',
    async (_, from, own) => {
      for (const address of from) await hasSent(address, 60)
      const typed = type.filledIn()
      const before = await storedByBookings(payload)
      const { status, form, retryAfter } = await sendBooking(typed, own)
      expect(status).toBe(429)
      expect(form).toMatchObject({ typed, problems: [], notice: { kind: 'limited', minutes: 10 } })
      expect(Number(retryAfter)).toBeGreaterThan(0)
      expect(await storedByBookings(payload)).toEqual(before)
    },
  )
})
