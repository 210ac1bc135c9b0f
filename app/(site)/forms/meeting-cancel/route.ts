import { cancel } from '@/booking/actions'
import { CANCEL_FIELDS, type CancelFormState } from '@/booking/form/meeting-forms'
import { meetingOfToken } from '@/booking/queries'
import { cleanParagraphs } from '@/forms/clean-text'
import { FAULT_STATUS, readFormBody } from '@/forms/form-body'
import { currentPayload } from '@/platform/current-payload'
import { log } from '@/platform/log'
import { respond } from '@/platform/render-context'
import { bookPath, meetingPath } from '@/site/urls'

const LONGEST_REASON = 1_000

/** Cancels a meeting for its guest, and leads back to its page, which says so. One that is cancelled stays as it is. */
export async function POST(request: Request): Promise<Response> {
  const { fields, fault } = await readFormBody(request, CANCEL_FIELDS)
  if (fault) {
    respond({ renderInstead: { url: bookPath(), status: FAULT_STATUS[fault], form: undefined } })
    return new Response()
  }
  const { token = '', reason = '' } = fields
  try {
    const payload = currentPayload()
    const meeting = await meetingOfToken(payload, token)
    if (meeting) {
      await cancel(payload, meeting.id, { by: 'guest', reason: cleanParagraphs(reason).slice(0, LONGEST_REASON) })
    }
  } catch (error) {
    log().error({ err: error }, 'A meeting could not be cancelled')
    const form: CancelFormState = { form: 'meeting-cancel', reason }
    respond({ renderInstead: { url: meetingPath(token), status: 503, form } })
    return new Response()
  }
  return new Response(null, { status: 303, headers: { location: meetingPath(token) } })
}
