import type { Metadata } from 'next'
import { formTicket } from '@/forms/ticket'
import { ContactPage } from '@/leads/components/contact-page'
import { currentFormState } from '@/leads/form/form-state'
import { contactOffer } from '@/leads/queries'
import { currentPayload } from '@/platform/current-payload'
import { env } from '@/platform/env'
import { respond } from '@/platform/render-context'
import { JsonLd } from '@/site/components/json-ld'
import { pageMetadata } from '@/site/metadata'
import { one } from '@/site/params'
import { loadSite } from '@/site/queries'
import { contactPage, organization } from '@/site/structured-data'
import { contactPath } from '@/site/urls'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const site = await loadSite()
  const { title, errorTitle, description } = site.messages.contact
  const cameBack = currentFormState() !== undefined
  return pageMetadata({
    site,
    title: cameBack ? errorTitle(title) : title,
    description: description(site.name),
    path: contactPath(),
    hidden: cameBack,
  })
}

export default async function ContactRoute({ searchParams }: Props) {
  // Each visitor gets a ticket of their own.
  respond({ keep: false })
  const [site, offer, { topic, from }] = await Promise.all([loadSite(), contactOffer(currentPayload()), searchParams])
  const state = currentFormState()
  const ticket = formTicket(env().PAYLOAD_SECRET, state?.typed.ticket ?? '', new Date())
  return (
    <>
      <JsonLd nodes={[contactPage(site), organization(site)]} />
      <ContactPage
        site={site}
        offer={offer}
        ticket={ticket}
        chosen={{ topic: one(topic), from: one(from) }}
        state={state}
      />
    </>
  )
}
