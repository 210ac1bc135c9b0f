import { APIError, type Endpoint, type PayloadRequest } from 'payload'
import { recordAudit } from '@/audit/record'
import { isTimeZone } from '@/platform/time-zone'
import { cancel, noteAttendance, reschedule } from '../actions'
import type { Slot } from '../availability/types'
import { readStart } from '../form/meeting-forms'
import { momentLabel } from '../page/days'
import { forLeadStaff, meetingOf, textOf } from './requests'
import { zoneOfViewer } from './viewer-zone'

const LONGEST_REASON = 1_000

const iso = (instant: number) => new Date(instant).toISOString()

/**
 * Says that a time is not free, and which are, in the zone that the colleague looks at.
 * @throws APIError (409) always
 */
export async function refuseTaken(req: PayloadRequest, nearest: readonly Slot[]): Promise<never> {
  const asked = req.data?.zone
  const isZone = typeof asked === 'string' && isTimeZone(asked)
  const zone = isZone ? asked : await zoneOfViewer(req.payload, { id: String(req.user?.id) })
  const times = nearest.map(({ start, end }) => ({
    start: iso(start),
    label: momentLabel(iso(start), iso(end), 'en', zone),
  }))
  const instead = times.length > 0 ? ` Free: ${times.map(({ label }) => label).join('; ')}.` : ''
  throw new APIError(`This time is not free.${instead}`, 409, { nearest: times }, true)
}

const record = (req: PayloadRequest, document: string, fields: string[]) =>
  recordAudit(req.payload, req.user, { action: 'update', entity: 'meetings', document, fields })

const attendance = (path: string, status: 'held' | 'no-show'): Endpoint => ({
  path: `/:id/${path}`,
  method: 'post',
  handler: forLeadStaff(async (req) => {
    const { id } = await meetingOf(req)
    const result = await noteAttendance(req.payload, id, status)
    if (result.state === 'closed') {
      throw new APIError('This can be said once the meeting has begun, and not of a cancelled one.', 409)
    }
    await record(req, id, ['status'])
    return Response.json({ status })
  }),
})

/**
 * What whoever works with leads does with one meeting, by POST below `/api/meetings/:id`: `/move` with `{ start, zone? }`
 * (an instant as ISO 8601 in UTC; the zone is that of the answer), `/cancel` with `{ reason? }`, `/took-place` and
 * `/no-show`. They do what guests do, by the same rules. Refusals: 404, or 409 in words; for a time that is not free
 * also the nearest free ones, `data.nearest: [{ start, label }]`.
 */
export const meetingEndpoints: Endpoint[] = [
  {
    path: '/:id/move',
    method: 'post',
    handler: forLeadStaff(async (req) => {
      const { id } = await meetingOf(req)
      const start = readStart(textOf(req, 'start', 30))
      if (start === undefined) throw new APIError('Say when: { start: "2027-01-14T09:00:00.000Z" }.', 400)
      const result = await reschedule(req.payload, id, start)
      if (result.state === 'closed') {
        throw new APIError('This meeting cannot be moved any more: it has begun or was cancelled.', 409)
      }
      if (result.state === 'taken') return refuseTaken(req, result.nearest)
      await record(req, id, ['start', 'end'])
      return Response.json({ start: result.meeting.start })
    }),
  },
  {
    path: '/:id/cancel',
    method: 'post',
    handler: forLeadStaff(async (req) => {
      const { id } = await meetingOf(req)
      const result = await cancel(req.payload, id, { by: 'staff', reason: textOf(req, 'reason', LONGEST_REASON) })
      if (result.state === 'closed') {
        throw new APIError('This meeting cannot be cancelled any more: it has begun.', 409)
      }
      await record(req, id, ['status', 'cancelReason'])
      return Response.json({ status: 'cancelled' })
    }),
  },
  attendance('took-place', 'held'),
  attendance('no-show', 'no-show'),
]
