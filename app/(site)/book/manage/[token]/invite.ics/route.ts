import { meetingFile } from '@/booking/page/meeting-file'
import { currentPayload } from '@/platform/current-payload'
import { respond } from '@/platform/render-context'
import { segmentText } from '@/site/params'

export const dynamic = 'force-dynamic'

/** The invitation to a meeting as a file, for whoever has its manage link. */
export async function GET(_: Request, { params }: { params: Promise<{ token: string }> }) {
  respond({ keep: false })
  const file = await meetingFile(currentPayload(), segmentText((await params).token))
  const headers = { 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' }
  if (!file) return new Response(null, { status: 404, headers })
  return new Response(file.content, {
    headers: {
      ...headers,
      'content-type': `text/calendar; charset=utf-8; method=${file.method}`,
      'content-disposition': 'attachment; filename="invite.ics"',
    },
  })
}
