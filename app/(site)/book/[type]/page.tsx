import type { Metadata } from 'next'
import { BookingPage } from '@/booking/components/booking-page'
import { currentBookingForm } from '@/booking/form/form-state'
import { offeredType } from '@/booking/page/offered-types'
import { shownTimes, wholeHorizon } from '@/booking/page/shown-times'
import { availability } from '@/booking/queries'
import { formTicket } from '@/forms/ticket'
import { contactOffer } from '@/leads/queries'
import { currentPayload } from '@/platform/current-payload'
import { env } from '@/platform/env'
import { respond } from '@/platform/render-context'
import { JsonLd } from '@/site/components/json-ld'
import { Missing } from '@/site/components/missing'
import { pageMetadata } from '@/site/metadata'
import { one, segmentText } from '@/site/params'
import { loadSite } from '@/site/queries'
import { bookingPage, organization } from '@/site/structured-data'
import { bookPath } from '@/site/urls'

type Props = {
  params: Promise<{ type: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const slug = segmentText((await params).type)
  const [site, type] = await Promise.all([loadSite(), offeredType(slug)])
  if (!type) return pageMetadata({ site, title: site.messages.errors.notFoundTitle, hidden: true })
  const { typeTitle, errorTitle, description } = site.messages.booking
  const cameBack = currentBookingForm() !== undefined
  return pageMetadata({
    site,
    title: cameBack ? errorTitle(typeTitle(type.name)) : typeTitle(type.name),
    description: type.description || description(site.name),
    path: bookPath({ type: slug }),
    hidden: cameBack,
  })
}

export default async function BookTypeRoute({ params, searchParams }: Props) {
  // What is free changes by the minute, and each visitor gets a ticket of their own.
  respond({ keep: false })
  const slug = segmentText((await params).type)
  const type = await offeredType(slug)
  if (!type) return <Missing path={bookPath({ type: slug })} />
  const payload = currentPayload()
  const now = new Date()
  const [site, { consent }, slots, query] = await Promise.all([
    loadSite(),
    contactOffer(payload),
    availability(payload, slug, wholeHorizon(now), now),
    searchParams,
  ])
  const state = currentBookingForm()
  const nearest = state?.notice?.kind === 'taken' ? state.notice.nearest : undefined
  const asked = state ? { ...state.typed, nearest } : { zone: one(query.zone), day: one(query.day) }
  const times = shownTimes(
    (slots ?? []).map(({ start }) => start),
    asked,
    { locale: site.locale, homeZone: site.timeZone, now: now.getTime() },
  )
  const ticket = formTicket(env().PAYLOAD_SECRET, state?.typed.ticket ?? '', now)
  return (
    <>
      <JsonLd nodes={[bookingPage({ name: type.name, path: bookPath({ type: slug }) }), organization(site)]} />
      <BookingPage
        site={site}
        offer={{ type, consent }}
        times={times}
        ticket={ticket}
        chosen={{ from: one(query.from) }}
        state={state}
      />
    </>
  )
}
