import type { Metadata } from 'next'
import { MovePage } from '@/booking/components/move-page'
import { UnknownMeeting } from '@/booking/components/unknown-meeting'
import { currentMoveForm } from '@/booking/form/meeting-forms'
import { meetingOnPage } from '@/booking/page/meeting-on-page'
import { shownTimes, wholeHorizon } from '@/booking/page/shown-times'
import { availabilityToMove } from '@/booking/queries'
import { currentPayload } from '@/platform/current-payload'
import { respond } from '@/platform/render-context'
import { pageMetadata } from '@/site/metadata'
import { one, segmentText } from '@/site/params'
import { loadSite } from '@/site/queries'

type Props = {
  params: Promise<{ token: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  const site = await loadSite()
  const { errorTitle, meeting } = site.messages.booking
  return pageMetadata({
    site,
    title: currentMoveForm() ? errorTitle(meeting.moveTitle) : meeting.moveTitle,
    secret: true,
  })
}

export default async function MoveRoute({ params, searchParams }: Props) {
  respond({ keep: false })
  const token = segmentText((await params).token)
  const now = new Date()
  const [site, found, query] = await Promise.all([loadSite(), meetingOnPage(token, now), searchParams])
  if (found?.view.state !== 'confirmed') return <UnknownMeeting site={site} />
  const { timeZone } = found.meeting
  const slots = await availabilityToMove(currentPayload(), found.meeting, wholeHorizon(now), now)
  const state = currentMoveForm()
  const times = shownTimes(
    slots.map(({ start }) => start),
    // Whoever booked has said in which zone they live.
    { zone: one(query.zone) ?? state?.zone ?? timeZone, day: one(query.day) ?? state?.day, nearest: state?.nearest },
    { locale: site.locale, homeZone: site.timeZone, now: now.getTime() },
  )
  return <MovePage site={site} meeting={found.view} token={token} times={times} problem={state?.problem} />
}
