import { randomUUID } from 'node:crypto'
import type { AddressObject } from 'mailparser'
import type { Payload, Where } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { eraseLead } from '@/leads/privacy/erase'
import { sweepReplies } from '@/leads/reply/answered'
import { deliverDue } from '@/mail/deliver'
import { rest } from '../support/api'
import { type ContactForm, contactForm } from '../support/contact-form'
import { contractPayload } from '../support/contract'
import { mailServer } from '../support/mail-server'
import { createAccount, createStaff, type Staff } from '../support/staff'

let payload: Payload
let staff: Staff
let contact: ContactForm
let server: Awaited<ReturnType<typeof mailServer>>

beforeAll(async () => {
  payload = await contractPayload()
  staff = await createStaff(payload)
  contact = await contactForm(payload)
  server = await mailServer()
})

afterAll(() => server.close())

beforeEach(() => {
  server.arrived.length = 0
})

const deliver = async () => {
  while ((await deliverDue(payload, server.transport)) > 0);
}

/** Sends the form, and gives what follows from it. */
async function messageOf(change: Parameters<ContactForm['form']>[0] = {}) {
  const typed = contact.form(change)
  await contact.send(typed)
  const [message] = (await contact.stored(typed.email)).slice(-1)
  if (!message || typeof message.lead !== 'string') throw new Error('The message has no lead')
  return { address: String(typed.email), message, lead: message.lead }
}

type Body = { lead: string; submission: string; to: string } & Record<string, unknown>

const reply = ({ lead, ...body }: Body, as: Staff['sales'] | undefined = staff.sales) =>
  rest('POST', `/leads/${lead}/reply`, {
    as,
    body: { key: randomUUID(), subject: '', text: 'We can do that.', ...body },
  })

const repliesOf = async (lead: string) => {
  const where: Where = { and: [{ lead: { equals: lead } }, { kind: { equals: 'reply' } }] }
  return (await payload.find({ collection: 'emails', where, depth: 0, sort: 'id' })).docs
}

const leadOf = (id: string) => payload.findByID({ collection: 'leads', id, depth: 0 })
const words = ({ body }: { body: object }) => JSON.stringify(body)

const arrivedAt = (address: string) =>
  server.arrived.filter(({ to }) => (to as AddressObject).value[0]?.address === address)

describe('a reply to a message', () => {
  it('arrives below the acknowledgement, from the agency, and is answered to whoever wrote it', async () => {
    const { address, lead, message } = await messageOf({ message: 'We need <b>a shop</b>.' })
    const text = 'Hello Ann,\nsee https://example.com/offer & tell us.\n\n<i>Sam</i>'
    const answer = await reply({ lead, submission: message.id, to: address, text })
    expect(answer.status).toBe(201)
    await deliver()
    const [acknowledgement, mail] = arrivedAt(address)
    expect(mail?.inReplyTo).toBe(acknowledgement?.messageId)
    expect(mail?.references).toBe(acknowledgement?.messageId)
    expect(mail?.subject).toBe(`Re: ${acknowledgement?.subject}`)
    expect(mail?.from?.value).toEqual(acknowledgement?.from?.value)
    expect(mail?.replyTo?.value).toEqual([{ name: 'sales', address: 'sales@example.com' }])
    expect(mail?.text).toMatch(
      /^Hello Ann,\nsee https:\/\/example\.com\/offer & tell us\.\n\n<i>Sam<\/i>\n\nAnn Lee wrote/,
    )
    expect(mail?.text).toContain('\n\n> We need <b>a shop</b>.\n')
    expect(mail?.html).toContain('&lt;i&gt;Sam&lt;/i&gt;')
    expect(mail?.html).toContain('We need &lt;b&gt;a shop&lt;/b&gt;.')
    // A person wrote it, so that absence notices may answer it (RFC 3834).
    expect(mail?.headers.has('auto-submitted')).toBe(false)
    expect(acknowledgement?.headers.get('auto-submitted')).toBe('auto-replied')
  })

  it('goes on with the thread when there are earlier ones, and with no other', async () => {
    const { address, lead, message } = await messageOf()
    const other = await messageOf()
    await reply({ lead: other.lead, submission: other.message.id, to: other.address })
    for (const text of ['First.', 'Second.']) {
      // What is due at the same time is sent in no order.
      await deliver()
      await reply({ lead, submission: message.id, to: address, text })
    }
    await deliver()
    const [acknowledgement, first, second] = arrivedAt(address)
    expect([first?.text?.slice(0, 6), second?.text?.slice(0, 7)]).toEqual(['First.', 'Second.'])
    expect(second?.inReplyTo).toBe(first?.messageId)
    expect(second?.references).toEqual([acknowledgement?.messageId, first?.messageId])
    expect(second?.subject).toBe(first?.subject)
  })

  it('begins a thread of its own when the message was not acknowledged', async () => {
    const first = await messageOf()
    const second = await messageOf({ email: first.address, message: 'One more thing.' })
    await reply({ lead: second.lead, submission: second.message.id, to: second.address })
    await deliver()
    const mail = arrivedAt(first.address).at(-1)
    expect(mail?.subject).toBe(`Re: Something else (${second.message.reference})`)
    expect([mail?.inReplyTo, mail?.references]).toEqual([undefined, undefined])
    expect(mail?.text).toContain('> One more thing.')
  })

  it('has the subject that its author wrote, on one line', async () => {
    const { address, lead, message } = await messageOf()
    const subject = 'An offer\r\nBcc: victim@example.com'
    await reply({ lead, submission: message.id, to: address, subject })
    await deliver()
    const mail = arrivedAt(address).at(-1)
    expect(mail?.subject).toBe('An offer Bcc: victim@example.com')
    expect(mail?.bcc).toBeUndefined()
  })

  it('marks a new lead as contacted and answered, in the name of its author', async () => {
    const { address, lead, message } = await messageOf()
    const { body } = await reply({ lead, submission: message.id, to: address })
    const after = await leadOf(lead)
    expect(after.status).toBe('contacted')
    expect(Date.now() - Date.parse(after.firstAnsweredAt ?? '')).toBeLessThan(10_000)
    expect(body.step).toEqual({ before: 0, after: after.revision })
    const where: Where = { and: [{ lead: { equals: lead } }, { kind: { equals: 'status' } }] }
    const { docs } = await payload.find({ collection: 'lead-events', where, depth: 0 })
    expect(docs.map(({ text, author }) => [text, author])).toEqual([['Status: New → Contacted', staff.sales.id]])
  })

  it('takes no lead back from where it is, and counts as its answer', async () => {
    const { address, lead, message } = await messageOf()
    await payload.update({ collection: 'leads', id: lead, data: { status: 'lost' } })
    expect((await reply({ lead, submission: message.id, to: address })).status).toBe(201)
    const { status, firstAnsweredAt } = await leadOf(lead)
    expect([status, Boolean(firstAnsweredAt)]).toEqual(['lost', true])
  })

  it('stands on the timeline with its author, without the quote, and with what became of it', async () => {
    const { address, lead, message } = await messageOf()
    await reply({ lead, submission: message.id, to: address, text: 'We can.\n\nCall us.' })
    const entry = async () => {
      const { body } = await rest('GET', `/leads/${lead}/timeline`, { as: staff.sales })
      return (body.entries as { title: string }[]).find(({ title }) => title.startsWith('Reply'))
    }
    expect(await entry()).toMatchObject({ title: `Reply to ${address}, waits to be sent`, author: 'sales' })
    await deliver()
    expect(await entry()).toMatchObject({
      title: `Reply to ${address}, sent`,
      text: expect.stringMatching(/^Re: .*\n\nWe can\.\n\nCall us\.$/),
    })
  })

  it('is sent once, however often it is tried', async () => {
    const { address, lead, message } = await messageOf()
    const body = { lead, submission: message.id, to: address, key: randomUUID() }
    const answers = await Promise.all([reply(body), reply(body), reply(body)])
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect((await reply(body)).status).toBe(201)
    expect(await repliesOf(lead)).toHaveLength(1)
  })

  it('that was changed before it is tried again is refused, not swallowed', async () => {
    const { address, lead, message } = await messageOf()
    const body = { lead, submission: message.id, to: address, key: randomUUID() }
    await reply(body)
    const again = await reply({ ...body, text: 'We cannot.' })
    expect(again.status).toBe(409)
    expect(words(again)).toContain('sent before, with another text')
    expect(await repliesOf(lead)).toHaveLength(1)
  })

  it('is found by the sweeper if a crash came before the lead was marked', async () => {
    const { address, lead, message } = await messageOf()
    await reply({ lead, submission: message.id, to: address })
    await payload.db.updateOne({ collection: 'leads', id: lead, data: { status: 'new', firstAnsweredAt: null } })
    await sweepReplies(payload, new Date(Date.now() - 60_000))
    const { status, firstAnsweredAt } = await leadOf(lead)
    expect([status, Boolean(firstAnsweredAt)]).toEqual(['contacted', true])
  })
})

describe('the account of its author', () => {
  it('stays while a reply is theirs, whoever owns the lead', async () => {
    const author = await createAccount(payload, 'leaving', ['sales'])
    const { address, lead, message } = await messageOf()
    await reply({ lead, submission: message.id, to: address }, author)
    await payload.update({ collection: 'leads', id: lead, data: { owner: staff.sales.id } })
    await expect(payload.delete({ collection: 'users', id: author.id })).rejects.toThrow('has written to them')
  })
})

describe('where a reply goes', () => {
  it('is any address of the lead', async () => {
    const { lead, message } = await messageOf()
    const raw = `Second.${lead.slice(0, 8)}@example.com`
    await rest('POST', '/contact-points', { as: staff.sales, body: { raw, lead } })
    const offer = await rest('GET', `/leads/${lead}/reply`, { as: staff.sales })
    expect(offer.body.addresses).toEqual([message.email, raw])
    expect((await reply({ lead, submission: message.id, to: raw.toLowerCase() })).status).toBe(201)
    expect((await repliesOf(lead))[0]?.to).toMatchObject({ address: raw })
  })

  it('is the address that the sender corrected', async () => {
    const { lead, message } = await messageOf()
    const correctedEmail = `right.${lead.slice(0, 8)}@example.com`
    await payload.update({ collection: 'contact-submissions', id: message.id, data: { correctedEmail } })
    const { body } = await rest('GET', `/leads/${lead}/reply`, { as: staff.sales })
    expect(body.messages).toMatchObject([{ id: message.id, address: correctedEmail }])
  })

  it('is nobody else', async () => {
    const { address, lead, message } = await messageOf()
    const other = await messageOf()
    for (const to of ['stranger@example.com', other.address, `${address}, stranger@example.com`, '']) {
      expect((await reply({ lead, submission: message.id, to })).status).toBe(400)
    }
    expect((await reply({ lead, submission: other.message.id, to: address })).status).toBe(400)
    expect(await repliesOf(lead)).toEqual([])
  })
})

describe('a reply is refused', () => {
  it('to whoever does not work with leads, and its offer too', async () => {
    const { address, lead, message } = await messageOf()
    const body = { lead, submission: message.id, to: address }
    for (const as of [staff.author, staff.editor]) {
      expect((await reply(body, as)).status).toBe(403)
      expect((await rest('GET', `/leads/${lead}/reply`, { as })).status).toBe(403)
    }
    expect((await rest('POST', `/leads/${lead}/reply`, { body })).status).toBe(403)
    expect(await repliesOf(lead)).toEqual([])
    expect((await leadOf(lead)).status).toBe('new')
    expect((await reply(body, staff.admin)).status).toBe(201)
  })

  it.each([
    ['without a text', { text: ' \n ' }, 'Write the reply'],
    ['with a text without end', { text: 'x'.repeat(20_001) }, 'at most'],
    ['without a key', { key: '' }, 'UUID'],
  ])('%s', async (_, change, why) => {
    const { address, lead, message } = await messageOf()
    const answer = await reply({ lead, submission: message.id, to: address, ...change })
    expect(answer.status).toBe(400)
    expect(words(answer)).toContain(why)
  })

  it('once the lead is merged into another, and says so', async () => {
    const { address, lead, message } = await messageOf()
    const { lead: into } = await messageOf()
    await rest('POST', `/leads/${lead}/merge`, { as: staff.sales, body: { into } })
    const answer = await reply({ lead, submission: message.id, to: address })
    expect(answer.status).toBe(409)
    expect(words(answer)).toContain('merged into another')
    expect((await reply({ lead: into, submission: message.id, to: address })).status).toBe(201)
  })

  it('once the person is erased, and says so', async () => {
    const { address, lead, message } = await messageOf()
    await eraseLead(payload, lead, staff.admin.user)
    const answer = await reply({ lead, submission: message.id, to: address })
    expect(answer.status).toBe(404)
    expect(words(answer)).toContain('erased')
    expect((await payload.find({ collection: 'emails', where: { 'to.address': { equals: address } } })).docs).toEqual(
      [],
    )
  })
})
