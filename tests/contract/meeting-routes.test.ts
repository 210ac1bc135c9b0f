import type { Payload } from 'payload'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { book } from '@/booking/actions'
import { availability } from '@/booking/queries'
import type { Meeting } from '@/payload-types'
import { POST as postCancel } from '../../app/(site)/forms/meeting-cancel/route'
import { POST as postMove } from '../../app/(site)/forms/meeting-move/route'
import { bookingRequest, bookingTools } from '../support/bookings'
import { contractPayload } from '../support/contract'
import { postForm } from '../support/form-route'

let payload: Payload
let senders = 0

beforeAll(async () => {
  payload = await contractPayload()
})

const post = (handler: typeof postMove, fields: Record<string, string>, address = `2001:db8:77:${++senders}::1`) =>
  postForm(handler, new URLSearchParams(fields), { address })

/** A meeting at the first of the times that are free, which follow; its link works. */
async function meetingWithLink() {
  const { slug } = await bookingTools(payload).typeWith(1)
  const from = Date.now() + 3 * 86_400_000
  const free = (await availability(payload, slug, { from, to: from + 7 * 86_400_000 })) ?? []
  const [first, ...others] = free.map(({ start }) => start)
  const result = await book(payload, bookingRequest(slug, first ?? 0))
  if (result.state !== 'booked') throw new Error(`The first free time is ${result.state}`)
  return { meeting: result.meeting, token: result.token, slug, others: others.map((at) => new Date(at).toISOString()) }
}

const asItIs = (id: string) => payload.findByID({ collection: 'meetings', id, depth: 0 })

const change = (id: string, data: Partial<Meeting>) => payload.db.updateOne({ collection: 'meetings', id, data })

describe('the form that moves a meeting', () => {
  it('moves it, and says so on its page', async () => {
    const { meeting, token, others } = await meetingWithLink()
    const { status, location } = await post(postMove, { token, start: others[3] ?? '' })
    expect(status).toBe(303)
    expect(location).toContain('moved=1')
    expect((await asItIs(meeting.id)).start).toBe(others[3])
  })

  it('comes back without a time, and with the nearest when it is taken', async () => {
    const { meeting, token, slug, others } = await meetingWithLink()
    expect(await post(postMove, { token, start: 'now' })).toMatchObject({
      status: 422,
      form: { problem: 'startMissing' },
    })
    const start = others[3] ?? ''
    await book(payload, bookingRequest(slug, start))
    const { status, form } = await post(postMove, { token, start })
    expect(status).toBe(409)
    expect(form).toMatchObject({ problem: 'taken', nearest: expect.arrayContaining([Date.parse(others[2] ?? '')]) })
    expect((await asItIs(meeting.id)).sequence).toBe(0)
  })

  it('moves nothing with a link that is wrong or too old', async () => {
    const { meeting, token, others } = await meetingWithLink()
    const start = others[0] ?? ''
    expect((await post(postMove, { token: `${token}x`, start })).location).not.toContain('moved')
    await change(meeting.id, { manageExpiresAt: new Date(Date.now() - 1000).toISOString() })
    expect((await post(postMove, { token, start })).location).not.toContain('moved')
    expect((await asItIs(meeting.id)).sequence).toBe(0)
  })

  it('mails no guests without end: a meeting is moved ten times, an address waits after ten requests', async () => {
    const { meeting, token, others } = await meetingWithLink()
    await change(meeting.id, { sequence: 10 })
    const start = others[0] ?? ''
    expect(await post(postMove, { token, start })).toMatchObject({ status: 409, form: { problem: 'often' } })
    await change(meeting.id, { sequence: 0 })
    const address = '2001:db8:78:1::1'
    const own = { token, start: meeting.start }
    for (let n = 0; n < 10; n++) expect((await post(postMove, own, address)).status).toBe(303)
    const refused = await post(postMove, { token, start }, address)
    expect(refused).toMatchObject({ status: 429, form: { problem: 'limited' } })
    expect((await asItIs(meeting.id)).start).toBe(meeting.start)
  })
})

describe('the form that cancels a meeting', () => {
  it('cancels nothing with a link that is wrong or too old', async () => {
    const { meeting, token } = await meetingWithLink()
    expect((await post(postCancel, { token: `${token}x` })).status).toBe(303)
    await change(meeting.id, { manageExpiresAt: new Date(Date.now() - 1000).toISOString() })
    expect((await post(postCancel, { token })).status).toBe(303)
    expect((await asItIs(meeting.id)).status).toBe('confirmed')
  })

  it('comes back with its reason while the database fails, and cancels when sent again', async () => {
    const { meeting, token } = await meetingWithLink()
    const write = vi.spyOn(payload.db, 'updateOne').mockRejectedValueOnce(new Error('The database is away'))
    const { status, page, form } = await post(postCancel, { token, reason: 'Ill' }).finally(() => write.mockRestore())
    expect(status).toBe(503)
    expect(page).toContain(token)
    expect(form).toEqual({ form: 'meeting-cancel', reason: 'Ill' })
    await post(postCancel, { token, reason: 'Ill' })
    expect(await asItIs(meeting.id)).toMatchObject({ status: 'cancelled', cancelReason: 'Ill' })
  })

  it('cancels a meeting that another process changes at that moment', async () => {
    const { meeting, token } = await meetingWithLink()
    // Finds nothing to change, as when the sequence has risen meanwhile.
    const write = vi.spyOn(payload.db, 'updateOne').mockResolvedValueOnce(null as never)
    await post(postCancel, { token }).finally(() => write.mockRestore())
    expect((await asItIs(meeting.id)).status).toBe('cancelled')
  })
})
