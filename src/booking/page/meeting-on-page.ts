import type { Meeting } from '@/payload-types'
import { currentPayload } from '@/platform/current-payload'
import { loadSite } from '@/site/queries'
import { tellMeeting } from '../follow-up/tell-meeting'
import { meetingOfToken } from '../queries'
import { type MeetingView, meetingView } from './meeting-view'

/** The meeting that a manage link opens, as it is stored and as its guest sees it; undefined for a link that opens none. */
export async function meetingOnPage(
  token: string,
  now = new Date(),
): Promise<{ meeting: Meeting; view: MeetingView } | undefined> {
  const payload = currentPayload()
  const meeting = await meetingOfToken(payload, token, now)
  if (!meeting) return undefined
  const [{ locale }, told] = await Promise.all([loadSite(), tellMeeting(payload, meeting)])
  return { meeting, view: meetingView(told, locale, now) }
}
