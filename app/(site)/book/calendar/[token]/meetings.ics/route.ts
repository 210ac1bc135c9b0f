import { feedOfToken } from '@/booking/feed/host-feed'
import { currentPayload } from '@/platform/current-payload'
import { respond } from '@/platform/render-context'
import { segmentText } from '@/site/params'

export const dynamic = 'force-dynamic'

/** The meetings of a host, for the calendars that subscribe to them. */
export async function GET(_: Request, { params }: { params: Promise<{ token: string }> }) {
  respond({ keep: false })
  const content = await feedOfToken(currentPayload(), segmentText((await params).token))
  const headers = { 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' }
  if (!content) return new Response(null, { status: 404, headers })
  return new Response(content, { headers: { ...headers, 'content-type': 'text/calendar; charset=utf-8' } })
}
