import type { Payload } from 'payload'
import { issueTicket } from '@/forms/ticket'
import { submitContact } from '@/leads/actions'
import { readContactForm, type TypedForm } from '@/leads/form/contact-form'
import { contactOffer, rulesOf } from '@/leads/queries'
import { env } from '@/platform/env'

/** Sets up a contact form, and gives what tests do with it: fill it in, send it, and look at what became of it. */
export async function contactForm(payload: Payload) {
  await payload.updateGlobal({
    slug: 'settings',
    data: {
      companyName: 'Example Agency',
      email: 'hello@example.com',
      phoneCountry: 'GB',
      timeZone: 'Asia/Ho_Chi_Minh',
    },
  })
  await payload.updateGlobal({
    slug: 'notifications',
    data: {
      enquiryTypes: [
        {
          key: 'project',
          label: 'A new project',
          recipients: [{ email: 'sales@example.com' }, { email: 'boss@example.com' }],
        },
        { key: 'other', label: 'Something else' },
      ],
      fallback: [{ email: 'office@example.com' }],
      consentText: 'You may store this.',
      consentVersion: '2026-1',
    },
  })
  let people = 0

  /** A form as a person sends it, rendered a minute before; each call is another person unless told. */
  function form(change: TypedForm = {}): TypedForm {
    people += 1
    const rendered = new Date(Date.now() - 60_000)
    return {
      name: 'Ann Lee',
      email: `ann${people}@example.com`,
      topic: 'other',
      message: 'We need a backend.',
      consent: 'agreed:2026-1',
      ticket: issueTicket(env().PAYLOAD_SECRET, rendered),
      attribution: JSON.stringify({ landingPage: '/blog/rust', source: 'news' }),
      ...change,
    }
  }

  /** Every sender has an address of their own, so that the limit is not what is tested. */
  async function send(
    typed: TypedForm,
    address = `198.51.${people}.${Math.floor(Math.random() * 250)}`,
    at = new Date(),
  ) {
    const offer = await contactOffer(payload)
    const result = readContactForm(typed, rulesOf(offer))
    if (!result.ok) throw new Error(JSON.stringify(result.problems))
    return submitContact(payload, { message: result.message, typed, offer, address }, at)
  }

  async function stored(email: string | undefined) {
    const where = { email: { equals: email } }
    return (await payload.find({ collection: 'contact-submissions', where, depth: 0, sort: 'createdAt' })).docs
  }

  async function mailsOf(submission: string) {
    const where = { submission: { equals: submission } }
    return (await payload.find({ collection: 'emails', where, depth: 0, sort: 'key' })).docs
  }

  async function leadsOf(email: string | undefined) {
    const { docs } = await payload.find({ collection: 'contact-points', where: { value: { equals: email } }, depth: 1 })
    return docs.map(({ lead }) => lead).filter((lead) => typeof lead !== 'string')
  }

  return { form, send, stored, mailsOf, leadsOf }
}

export type ContactForm = Awaited<ReturnType<typeof contactForm>>
