import type { Metadata } from 'next'
import { MeetingPage } from '@/booking/components/meeting-page'
import { UnknownMeeting } from '@/booking/components/unknown-meeting'
import { currentCancelForm } from '@/booking/form/meeting-forms'
import { meetingOnPage } from '@/booking/page/meeting-on-page'
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
  return pageMetadata({ site, title: site.messages.booking.meeting.title, secret: true })
}

export default async function MeetingRoute({ params, searchParams }: Props) {
  respond({ keep: false })
  const token = segmentText((await params).token)
  const [site, found, { moved }] = await Promise.all([loadSite(), meetingOnPage(token), searchParams])
  if (!found) return <UnknownMeeting site={site} />
  return (
    <MeetingPage
      site={site}
      meeting={found.view}
      token={token}
      isMoved={one(moved) === '1'}
      uncancelled={currentCancelForm()}
    />
  )
}
