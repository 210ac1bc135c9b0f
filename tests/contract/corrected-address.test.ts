import type { Payload } from 'payload'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { parseEmailAddress } from '@/forms/email-address'
import { releaseSubmission } from '@/leads/abuse/release'
import { correctAddress, correctableMessage } from '@/leads/correction/correct-address'
import { sweep } from '@/leads/follow-up/sweep'
import type { TypedForm } from '@/leads/form/contact-form'
import { mailLinkUrl } from '@/leads/links/mail-link-url'
import { type ContactForm, contactForm } from '../support/contact-form'
import { contractPayload } from '../support/contract'

let payload: Payload
let form: ContactForm['form']
let send: ContactForm['send']
let stored: ContactForm['stored']
let mailsOf: ContactForm['mailsOf']
let leadsOf: ContactForm['leadsOf']
let people = 0

beforeAll(async () => {
  payload = await contractPayload()
  ;({ form, send, stored, mailsOf, leadsOf } = await contactForm(payload))
})

/** A message with a mistyped address, and the token of its receipt. */
async function mistyped(change: TypedForm = {}) {
  people += 1
  const email = `wrong${people}@example.com`
  const receipt = await send(form({ email, ...change }))
  const [message] = await stored(email)
  return {
    email,
    right: `right${people}@example.com`,
    id: message?.id ?? '',
    token: 'token' in receipt ? receipt.token : '',
  }
}

const correct = (token: string, address: string, now?: Date) => {
  const email = parseEmailAddress(address)
  if (!email) throw new Error('no address')
  return correctAddress(payload, { token, email }, now)
}

async function acknowledged(id: string) {
  const mails = await mailsOf(id)
  return mails.filter(({ kind }) => kind === 'contact-acknowledgement').map(({ to }) => to?.address)
}

const markSent = (id: string) =>
  payload.update({
    collection: 'emails',
    where: { submission: { equals: id } },
    data: { state: 'sent', attempts: 1 },
  })

describe('the sender of a message', () => {
  it('corrects its address: what was sent stays, the lead has both, and nothing goes to the wrong one', async () => {
    const { email, right, id, token } = await mistyped({ topic: 'project' })
    expect(await correct(token, right)).toMatchObject({ state: 'done' })
    expect((await stored(email))[0]).toMatchObject({ email, correctedEmail: right, correctedAt: expect.any(String) })
    expect((await leadsOf(right))[0]?.id).toBe((await leadsOf(email))[0]?.id)
    expect(await acknowledged(id)).toEqual([right])
    const toSales = (await mailsOf(id)).filter(({ kind }) => kind === 'contact-correction')
    expect(toSales.map(({ to }) => to?.address)).toEqual(['boss@example.com', 'sales@example.com'])
    expect(toSales[0]).toMatchObject({ replyTo: { address: right }, text: expect.stringContaining(right) })
    expect(await sweep(payload, new Date(0))).toBe(0)
  })

  it('gets an acknowledgement at the right address when the wrong one had its own already', async () => {
    const { email, right, id, token } = await mistyped()
    await markSent(id)
    await correct(token, right)
    expect((await acknowledged(id)).sort()).toEqual([right, email])
  })

  it('sends no mail to strangers with it: an address has one in an hour, and three corrections are the most', async () => {
    const { email, right, id, token } = await mistyped()
    await markSent(id)
    await correct(token, right)
    await markSent(id)
    await correct(token, email)
    expect((await acknowledged(id)).sort()).toEqual([right, email])
    expect(await correct(token, `third${people}@example.com`)).toMatchObject({ state: 'done' })
    expect(await correct(token, `fourth${people}@example.com`)).toMatchObject({ state: 'often' })
    expect((await stored(email))[0]?.correctedEmail).toBe(`third${people}@example.com`)
  })

  it('is asked nothing twice: the same address again changes nothing', async () => {
    const { right, id, token } = await mistyped()
    await correct(token, right)
    const mails = await mailsOf(id)
    await correct(token, right)
    expect(await mailsOf(id)).toEqual(mails)
  })

  it('is not told that it is done before all that follows is owed', async () => {
    const { email, right, id, token } = await mistyped()
    const create = payload.create
    const failing = vi.spyOn(payload, 'create').mockImplementation((options) => {
      if (options.collection === 'emails') throw new Error('The process was killed')
      return create(options as never) as never
    })
    await expect(correct(token, right)).rejects.toThrow('killed')
    failing.mockRestore()
    expect((await stored(email))[0]?.correctedEmail ?? null).toBeNull()
    expect(await correct(token, right)).toMatchObject({ state: 'done' })
    expect(await acknowledged(id)).toEqual([right])
    expect((await mailsOf(id)).filter(({ kind }) => kind === 'contact-correction')).toHaveLength(1)
  })

  it('has half an hour, and nobody else can do it at all', async () => {
    const { email, right, id, token } = await mistyped()
    const late = new Date(Date.now() + 30 * 60_000)
    const forOther = mailLinkUrl('answered', id).split('link=')[1] ?? ''
    expect(await correct(token, right, late)).toEqual({ state: 'late' })
    for (const wrong of ['', forOther, `${token}x`]) expect(await correct(wrong, right)).toEqual({ state: 'late' })
    expect(await correctableMessage(payload, token, late)).toBeUndefined()
    expect((await stored(email))[0]?.correctedEmail ?? null).toBeNull()
  })
})

describe('a held message', () => {
  it('mails nobody when its address is corrected, and goes to the right one once it is released', async () => {
    const { email, right, id, token } = await mistyped({ extra_remarks: 'filled' })
    expect(await correct(token, right)).toMatchObject({ state: 'done' })
    expect(await mailsOf(id)).toEqual([])
    await releaseSubmission(payload, id, { name: 'Sam Sales' })
    expect(await acknowledged(id)).toEqual([right])
    expect(await leadsOf(email)).toEqual([])
    expect(await leadsOf(right)).toHaveLength(1)
  })
})
