import { reschedule } from '@/booking/actions'
import { MOVE_FIELDS, type MoveFormState, readStart, type TypedMove } from '@/booking/form/meeting-forms'
import { dateIn } from '@/booking/page/days'
import { meetingOfToken } from '@/booking/queries'
import { FAULT_STATUS, readFormBody } from '@/forms/form-body'
import { takeSlot } from '@/forms/rate-limit'
import { clientAddress } from '@/platform/client-address'
import { currentPayload } from '@/platform/current-payload'
import { log } from '@/platform/log'
import { respond } from '@/platform/render-context'
import { isTimeZone } from '@/platform/time-zone'
import { bookPath, meetingPath } from '@/site/urls'

/** Every move is mailed to the guests of a meeting, whom nobody asked: after so many changes it takes a person. */
const MOST_CHANGES = 10

/** Answers with the page where a time is chosen, and why nothing was moved. */
function comeBack(
  status: number,
  { token, zone }: TypedMove,
  problem: MoveFormState['problem'],
  times: Pick<MoveFormState, 'day' | 'nearest'> = {},
): Response {
  const form: MoveFormState = { form: 'meeting-move', zone, problem, ...times }
  respond({ renderInstead: { url: token ? meetingPath(token, 'move') : bookPath(), status, form } })
  return new Response()
}

const seeOther = (location: string) => new Response(null, { status: 303, headers: { location } })

async function move(typed: TypedMove, start: number, address: string): Promise<Response> {
  const payload = currentPayload()
  const token = typed.token ?? ''
  const meeting = await meetingOfToken(payload, token)
  // The page says of itself that it leads to no meeting.
  if (!meeting) return seeOther(meetingPath(token))
  if (meeting.sequence >= MOST_CHANGES) return comeBack(409, typed, 'often')
  // Nothing can be held here as a message is: what may be a machine has to wait.
  if ((await takeSlot(address)).state !== 'free') return comeBack(429, typed, 'limited')
  const moved = await reschedule(payload, meeting.id, start)
  if (moved.state === 'moved') return seeOther(meetingPath(token, undefined, { moved: '1' }))
  if (moved.state === 'closed') return seeOther(meetingPath(token))
  const zone = isTimeZone(typed.zone ?? '') ? typed.zone : meeting.timeZone
  const nearest = moved.nearest.map((slot) => slot.start)
  return comeBack(409, typed, 'taken', { nearest, day: dateIn(zone ?? 'UTC')(nearest[0] ?? start) })
}

/** Moves a meeting to the time that its guest chose: 303 to the meeting, or the times again with what is wrong. */
export async function POST(request: Request): Promise<Response> {
  const { fields: typed, fault } = await readFormBody(request, MOVE_FIELDS)
  if (fault) return comeBack(FAULT_STATUS[fault], {}, 'unreadable')
  const start = readStart(typed.start)
  if (start === undefined) return comeBack(422, typed, 'startMissing')
  try {
    return await move(typed, start, clientAddress(request.headers))
  } catch (error) {
    log().error({ err: error }, 'A meeting could not be moved')
    return comeBack(503, typed, 'unavailable')
  }
}
