import { APIError, type Endpoint, type PayloadRequest } from 'payload'
import { isTimeZone } from '@/platform/time-zone'
import type { Interval, Slot } from '../availability/types'
import { daysOf, type ShownDay } from '../page/days'
import { availability, availabilityToMove } from '../queries'
import { isDate, localDays } from '../week/local-days'
import { forLeadStaff, meetingOf } from './requests'

/** So many days are looked through at once. */
const MOST_DAYS = 35

type Asked = { range: Interval; zone: string }

/** Which days somebody asks for: `day=2027-01-14&days=7&zone=Asia/Kolkata`. @throws APIError (400) if that is none */
function askedOf({ searchParams }: PayloadRequest): Asked {
  const [day, zone, days] = [searchParams.get('day'), searchParams.get('zone') ?? '', Number(searchParams.get('days'))]
  const isCount = Number.isInteger(days) && days >= 1 && days <= MOST_DAYS
  if (!isDate(day) || !isTimeZone(zone) || !isCount) {
    throw new APIError(`Say which days: day=2027-01-14, days=1 to ${MOST_DAYS}, zone=Asia/Kolkata.`, 400)
  }
  const all = localDays(day, days, zone)
  return { range: { from: all[0]?.from ?? 0, to: all.at(-1)?.to ?? 0 }, zone }
}

/** The admin speaks English. */
const answer = (slots: readonly Slot[], zone: string) => {
  const starts = slots.map(({ start }) => start)
  return Response.json({ days: daysOf(starts, 'en', zone) } satisfies { days: ShownDay[] })
}

/**
 * Free times for colleagues: `GET /api/meetings/free?type=<slug>&…`, and those to which a meeting may be moved, by
 * `GET /api/meetings/:id/free?…`; both with `day`, `days` and `zone`. Days without a free time are left out.
 */
export const freeTimesEndpoints: Endpoint[] = [
  {
    path: '/free',
    method: 'get',
    handler: forLeadStaff(async (req) => {
      const { range, zone } = askedOf(req)
      const slots = await availability(req.payload, req.searchParams.get('type') ?? '', range)
      if (!slots) throw new APIError('This kind of meeting is not offered any more.', 404)
      return answer(slots, zone)
    }),
  },
  {
    path: '/:id/free',
    method: 'get',
    handler: forLeadStaff(async (req) => {
      const { range, zone } = askedOf(req)
      return answer(await availabilityToMove(req.payload, await meetingOf(req), range), zone)
    }),
  },
]
