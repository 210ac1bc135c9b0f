import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { doDailyWork } from '@/leads/abuse/daily'
import { markAsSpam } from '@/leads/abuse/release'
import { mailLinkUrl } from '@/leads/links/mail-link-url'
import { openMailLink } from '@/leads/links/mail-links'
import { POST as answered } from '../../app/(site)/forms/answered/route'
import { POST as release } from '../../app/(site)/forms/release/route'
import { type ContactForm, contactForm } from '../support/contact-form'
import { contractPayload } from '../support/contract'

let payload: Payload
let form: ContactForm['form']
let send: ContactForm['send']
let stored: ContactForm['stored']
let mailsOf: ContactForm['mailsOf']
let leadsOf: ContactForm['leadsOf']

beforeAll(async () => {
  payload = await contractPayload()
  ;({ form, send, stored, mailsOf, leadsOf } = await contactForm(payload))
})

const tokenIn = (text: string | undefined, name: string) =>
  new RegExp(`/act/${name}\\?link=([\\w.-]+)`).exec(text ?? '')?.[1] ?? ''

/** Sends the form of the page behind a link. @returns where it leads */
async function click(post: (request: Request) => Promise<Response>, token: string) {
  const body = new URLSearchParams({ link: token })
  const response = await post(new Request('http://localhost/forms/x', { method: 'POST', body }))
  expect(response.status).toBe(303)
  return response.headers.get('location')
}

async function messageOf(change: Parameters<ContactForm['form']>[0]) {
  const typed = form(change)
  await send(typed)
  return { email: typed.email, id: (await stored(typed.email))[0]?.id ?? '' }
}

const timeline = async (lead: string | undefined) =>
  (await payload.find({ collection: 'lead-events', where: { lead: { equals: lead } }, depth: 0 })).docs.map(
    ({ text }) => text,
  )

describe('the link of the digest', () => {
  it('shows the message, releases it by a click, and does nothing more at the second one', async () => {
    const { email, id } = await messageOf({ topic: 'project', name: 'Held Person', extra_remarks: 'filled' })
    await doDailyWork(payload, new Date('2026-04-02T08:00:00Z'))
    const { docs } = await payload.find({ collection: 'emails', where: { kind: { equals: 'held-digest' } } })
    const token = tokenIn(docs.find(({ text }) => text.includes('Held Person'))?.text, 'release')

    expect(await openMailLink(payload, 'release', token)).toMatchObject({ state: 'ready', submission: { id } })
    expect((await stored(email))[0]).toMatchObject({ state: 'held' })
    expect(await mailsOf(id)).toEqual([])

    expect(await click(release, token)).toBe(`/act/release?link=${token}`)
    const [released] = await stored(email)
    expect(released).toMatchObject({ state: 'released', decidedBy: 'a link in the digest' })
    const mails = await mailsOf(id)
    expect(mails.map(({ kind }) => kind)).toContain('contact-acknowledgement')

    await click(release, token)
    expect(await mailsOf(id)).toEqual(mails)
    expect((await stored(email))[0]).toEqual(released)
    expect(await openMailLink(payload, 'release', token)).toMatchObject({ state: 'done' })
  })

  it('releases nothing past a colleague who marked it as spam', async () => {
    const { email, id } = await messageOf({ extra_remarks: 'filled' })
    await markAsSpam(payload, id, { name: 'Sam Sales' })
    await click(release, tokenIn(mailLinkUrl('release', id), 'release'))
    expect((await stored(email))[0]).toMatchObject({ state: 'spam', decidedBy: 'Sam Sales' })
  })

  it('does nothing once it has expired, was changed, or was made for something else', async () => {
    const { email, id } = await messageOf({ extra_remarks: 'filled' })
    const longAgo = new Date(Date.now() - 31 * 24 * 3_600_000)
    const expired = tokenIn(mailLinkUrl('release', id, longAgo), 'release')
    const other = tokenIn(mailLinkUrl('answered', id), 'answered')
    const changed = tokenIn(mailLinkUrl('release', 'another'), 'release').replace('another', id)
    expect(await openMailLink(payload, 'release', expired)).toEqual({ state: 'expired' })
    for (const token of [other, changed, '']) {
      expect(await openMailLink(payload, 'release', token)).toEqual({ state: 'broken' })
    }
    for (const token of [expired, other, changed, '']) await click(release, token)
    expect((await stored(email))[0]).toMatchObject({ state: 'held' })
  })
})

describe('the link of the sales mail', () => {
  it('marks a new lead as contacted by a click, once, and not by being opened', async () => {
    const { email, id } = await messageOf({ topic: 'project' })
    const toSales = (await mailsOf(id)).find(({ kind }) => kind === 'contact-sales')
    const token = tokenIn(toSales?.text, 'answered')
    expect(await openMailLink(payload, 'answered', token)).toMatchObject({ state: 'ready' })
    expect((await leadsOf(email))[0]).toMatchObject({ status: 'new' })
    expect((await leadsOf(email))[0]?.firstAnsweredAt ?? null).toBeNull()

    await click(answered, token)
    await click(answered, token)
    const [lead] = await leadsOf(email)
    expect(lead).toMatchObject({ status: 'contacted' })
    expect(Date.now() - Date.parse(lead?.firstAnsweredAt ?? '')).toBeLessThan(60_000)
    const entries = await timeline(lead?.id)
    expect(entries.filter((text) => text.startsWith('Answered elsewhere'))).toHaveLength(1)
    expect(entries.filter((text) => text.startsWith('Status'))).toEqual(['Status: New → Contacted'])
    expect(await openMailLink(payload, 'answered', token)).toMatchObject({ state: 'done' })
  })

  it('takes no lead back from where it is', async () => {
    const { email, id } = await messageOf({})
    const [lead] = await leadsOf(email)
    await payload.update({ collection: 'leads', id: lead?.id ?? '', data: { status: 'won' } })
    await click(answered, tokenIn(mailLinkUrl('answered', id), 'answered'))
    expect((await leadsOf(email))[0]).toMatchObject({ status: 'won' })
  })

  it('says so when the lead is gone', async () => {
    const { email, id } = await messageOf({})
    const [lead] = await leadsOf(email)
    await payload.delete({ collection: 'leads', id: lead?.id ?? '' })
    const token = tokenIn(mailLinkUrl('answered', id), 'answered')
    expect(await openMailLink(payload, 'answered', token)).toMatchObject({ state: 'void' })
    await click(answered, token)
  })
})
