import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { rest } from '../support/api'
import { type ContactForm, contactForm } from '../support/contact-form'
import { contractPayload } from '../support/contract'
import { createStaff, type Staff } from '../support/staff'

let payload: Payload
let staff: Staff
let contact: ContactForm

beforeAll(async () => {
  payload = await contractPayload()
  staff = await createStaff(payload)
  contact = await contactForm(payload)
})

/** Sends the form. @returns the address it was sent from, and the lead it reached */
async function messageFrom(change: Parameters<ContactForm['form']>[0] = {}) {
  const typed = contact.form(change)
  await contact.send(typed)
  const [message] = (await contact.stored(typed.email)).slice(-1)
  return { email: String(typed.email), lead: String(message?.lead) }
}

const add = (lead: string, raw: string, as: Staff['sales'] | undefined = staff.sales) =>
  rest('POST', '/contact-points', { as, body: { lead, raw } })

describe('a further address of a lead', () => {
  it('brings later messages from it to that lead, however it is spelled', async () => {
    const { email, lead } = await messageFrom()
    expect((await add(lead, 'Ann.Private@Example.org')).status).toBe(201)
    expect((await messageFrom({ email: 'ann.private@example.org' })).lead).toBe(lead)
    expect((await messageFrom({ email, message: 'From the first one again.' })).lead).toBe(lead)
    const where = { lead: { equals: lead } }
    expect((await payload.count({ collection: 'contact-submissions', where })).totalDocs).toBe(3)
  })

  it('does not bring messages from any other address', async () => {
    const { lead } = await messageFrom()
    await add(lead, 'ann.second@example.org')
    expect((await messageFrom({ email: 'ann.second@example.net' })).lead).not.toBe(lead)
  })

  it('is refused while another lead has it, and the answer says which', async () => {
    const taken = await messageFrom({ name: 'Bob Owner' })
    const { lead } = await messageFrom()
    const answer = await add(lead, taken.email.toUpperCase())
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.body)).toContain(`${taken.email} belongs to the lead \\"Bob Owner\\" already.`)
    expect((await messageFrom({ email: taken.email, message: 'Still mine.' })).lead).toBe(taken.lead)
  })

  it('is added by whoever works with leads, and by nobody else', async () => {
    const { lead } = await messageFrom()
    for (const as of [staff.author, staff.editor]) {
      expect((await add(lead, 'not.added@example.org', as)).status).toBe(403)
    }
    expect((await rest('POST', '/contact-points', { body: { lead, raw: 'not.added@example.org' } })).status).toBe(403)
    expect((await messageFrom({ email: 'not.added@example.org' })).lead).not.toBe(lead)
  })
})

describe('a further phone number of a lead', () => {
  it('is refused while another lead has it, written in another way', async () => {
    const [ann, bob] = [await messageFrom({ name: 'Ann Phone' }), await messageFrom()]
    expect((await add(ann.lead, '+44 20 7946 0011')).status).toBe(201)
    const answer = await add(bob.lead, '020 7946 0011')
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.body)).toContain('+442079460011 belongs to the lead \\"Ann Phone\\" already.')
  })

  it('finds a caller who is known by it alone when they write', async () => {
    const entered = await rest('POST', '/leads', { as: staff.sales, body: { name: 'Caller' } })
    const { id } = entered.body.doc as { id: string }
    await add(id, '+44 20 7946 0012')
    expect((await messageFrom({ phone: '020 7946 0012' })).lead).toBe(id)
  })
})
