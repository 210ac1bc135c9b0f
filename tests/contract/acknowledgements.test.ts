import type { Payload } from 'payload'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { releaseSubmission } from '@/leads/abuse/release'
import { completeSubmission } from '@/leads/follow-up/complete'
import { sweep } from '@/leads/follow-up/sweep'
import { type ContactForm, contactForm } from '../support/contact-form'
import { contractPayload } from '../support/contract'

let payload: Payload
let form: ContactForm['form']
let send: ContactForm['send']
let stored: ContactForm['stored']

beforeAll(async () => {
  payload = await contractPayload()
  ;({ form, send, stored } = await contactForm(payload))
})

afterEach(() => {
  vi.restoreAllMocks()
})

async function mailsAbout(email: string | undefined) {
  const ids = (await stored(email)).map(({ id }) => id)
  const { docs } = await payload.find({
    collection: 'emails',
    where: { submission: { in: ids } },
    pagination: false,
    depth: 0,
  })
  const of = (kind: string) => docs.filter((mail) => mail.kind === kind)
  return { acknowledgements: of('contact-acknowledgement'), sales: of('contact-sales') }
}

/** Ends every claim that runs now, as an hour does. */
async function letAnHourPass() {
  const { docs } = await payload.find({ collection: 'leases', pagination: false })
  for (const { id, expiresAt } of docs) {
    const anHourBefore = new Date(Date.parse(expiresAt) - 3_600_000).toISOString()
    await payload.update({ collection: 'leases', id, data: { expiresAt: anHourBefore } })
  }
}

/** The outbox takes no mail to this address while the work goes on, as after a crash. */
async function withoutOutboxFor(email: string | undefined, work: () => Promise<unknown>) {
  const original = payload.create
  const create = vi.spyOn(payload, 'create').mockImplementation((options) => {
    const { to } = options.data as { to?: { address?: string } }
    if (options.collection === 'emails' && to?.address === email) throw new Error('The disk is full')
    return original(options as never) as never
  })
  await work()
  create.mockRestore()
}

const sweepAll = () => sweep(payload, new Date(0))

describe('an address', () => {
  it('is acknowledged once in an hour, while sales hear of every message', async () => {
    const typed = form()
    await send(typed)
    await send({ ...typed, message: 'And another thing.' })
    expect(await sweepAll()).toBe(0)
    const { acknowledgements, sales } = await mailsAbout(typed.email)
    const [first] = await stored(typed.email)
    expect(acknowledgements.map(({ key }) => key)).toEqual([`contact:${first?.id}:ack`])
    expect(sales).toHaveLength(2)
  })

  it('is acknowledged again after an hour, and what was withheld is not made up for', async () => {
    const typed = form()
    await send(typed)
    await send({ ...typed, message: 'Withheld.' })
    await letAnHourPass()
    expect(await sweepAll()).toBe(0)
    await send({ ...typed, message: 'An hour later.' })
    const { acknowledgements, sales } = await mailsAbout(typed.email)
    expect(acknowledgements).toHaveLength(2)
    expect(sales).toHaveLength(3)
  })

  it('is the same however it is spelled, and another is not kept waiting by it', async () => {
    const typed = form({ email: 'spelled@example.com' })
    await send(typed)
    await send({ ...typed, email: 'Spelled@example.com' })
    await send({ ...typed, email: 'spelled+tag@example.com' })
    expect((await mailsAbout('spelled@example.com')).acknowledgements).toHaveLength(1)
    expect((await mailsAbout('Spelled@example.com')).acknowledgements).toHaveLength(0)
    expect((await mailsAbout('spelled+tag@example.com')).acknowledgements).toHaveLength(0)
    expect((await mailsAbout('spelled+tag@example.com')).sales).toHaveLength(1)
    const other = form()
    await send(other)
    expect((await mailsAbout(other.email)).acknowledgements).toHaveLength(1)
  })

  it('that ten messages name at once is acknowledged once', async () => {
    const typed = form()
    await Promise.all(Array.from({ length: 10 }, (_, n) => send({ ...typed, message: `Number ${n}` })))
    // Whoever lost a race is made good by the sweeper.
    await sweepAll()
    expect(await sweepAll()).toBe(0)
    const { acknowledgements, sales } = await mailsAbout(typed.email)
    expect(acknowledgements).toHaveLength(1)
    expect(sales).toHaveLength(10)
  })

  it('stands in no lease', async () => {
    await send(form({ email: 'private.person@example.com' }))
    const { docs } = await payload.find({ collection: 'leases', pagination: false })
    expect(docs.length).toBeGreaterThan(0)
    expect(JSON.stringify(docs)).not.toMatch(/private|example\.com/)
  })
})

describe('a crash', () => {
  it('between the claim and the outbox is made good, for the message that holds the claim', async () => {
    const typed = form()
    await withoutOutboxFor(typed.email, () => send(typed))
    await send({ ...typed, message: 'Meanwhile.' })
    expect((await mailsAbout(typed.email)).acknowledgements).toEqual([])
    expect(await sweepAll()).toBe(1)
    const { acknowledgements, sales } = await mailsAbout(typed.email)
    const [first] = await stored(typed.email)
    expect(acknowledgements.map(({ key }) => key)).toEqual([`contact:${first?.id}:ack`])
    expect(sales).toHaveLength(2)
    expect(await sweepAll()).toBe(0)
  })

  it('is made good an hour later too, and the hour counts from then', async () => {
    const typed = form()
    await withoutOutboxFor(typed.email, () => send(typed))
    await letAnHourPass()
    expect(await sweepAll()).toBe(1)
    await send({ ...typed, message: 'Soon after.' })
    expect((await mailsAbout(typed.email)).acknowledgements).toHaveLength(1)
  })

  it('before the withholding was noted is made good without a mail to the address', async () => {
    const typed = form()
    await send(typed)
    const original = payload.create
    vi.spyOn(payload, 'create').mockImplementation((options) => {
      const { name } = options.data as { name?: string }
      if (options.collection === 'leases' && name?.includes('withheld')) throw new Error('The disk is full')
      return original(options as never) as never
    })
    await send({ ...typed, message: 'Second.' })
    vi.restoreAllMocks()
    expect(await sweepAll()).toBe(1)
    expect(await sweepAll()).toBe(0)
    expect((await mailsAbout(typed.email)).acknowledgements).toHaveLength(1)
  })
})

describe('a finished message', () => {
  it('that is completed again takes nobody else’s acknowledgement', async () => {
    const typed = form()
    await send(typed)
    await letAnHourPass()
    const [first] = await stored(typed.email)
    await completeSubmission(payload, first?.id ?? '')
    await send({ ...typed, message: 'An hour later.' })
    expect((await mailsAbout(typed.email)).acknowledgements).toHaveLength(2)
  })

  it('stays finished when its lead is deleted', async () => {
    const typed = form()
    await send(typed)
    await send({ ...typed, message: 'Withheld.' })
    const lead = (await stored(typed.email))[0]?.lead
    await payload.delete({ collection: 'leads', id: typeof lead === 'string' ? lead : '' })
    await letAnHourPass()
    expect(await sweepAll()).toBe(0)
    expect((await stored(typed.email)).map((message) => message.lead ?? null)).toEqual([null, null])
    expect((await mailsAbout(typed.email)).acknowledgements).toHaveLength(1)
  })
})

describe('a held message', () => {
  it('is not acknowledged, claims nothing, and is once it is released', async () => {
    const held = form({ extra_remarks: 'filled' })
    await send(held)
    await sweepAll()
    expect(await mailsAbout(held.email)).toEqual({ acknowledgements: [], sales: [] })
    const [submission] = await stored(held.email)
    await send(form({ email: held.email, message: 'By a person.' }))
    expect((await mailsAbout(held.email)).acknowledgements).toHaveLength(1)
    await letAnHourPass()
    await releaseSubmission(payload, submission?.id ?? '', { name: 'Sam Sales' })
    const { acknowledgements, sales } = await mailsAbout(held.email)
    expect(acknowledgements).toHaveLength(2)
    expect(sales).toHaveLength(2)
  })
})
