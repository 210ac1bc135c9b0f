import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter, Link } from '@payloadcms/ui'
import { notFound, redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { mayServeLeads } from '@/access/roles'
import type { Host, Meeting } from '@/payload-types'
import { isTimeZone } from '@/platform/time-zone'
import { bookForCallerPath, meetingsWeekPath } from '@/site/urls'
import { dateIn, dateLabel, momentLabel } from '../page/days'
import { modernZone, ZONE_GROUPS, zoneWords } from '../page/time-zones'
import { hostsOf, snapshotOf } from '../queries'
import { zoneOfViewer } from '../staff/viewer-zone'
import { dateAfter, isDate, mondayOf } from './local-days'
import { readWeek } from './read-week'
import { type ShownMeeting, WeekGrid } from './week-grid'

const one = (value: string | string[] | undefined) => (typeof value === 'string' && value ? value : undefined)

function shownMeeting(meeting: Meeting, hosts: readonly Host[], zone: string, now: number): ShownMeeting {
  const { id, start, end, name, company, typeName, status } = meeting
  return {
    id,
    when: momentLabel(start, end, 'en', zone),
    guest: [name, company].filter(Boolean).join(', '),
    type: typeName,
    hosts: hostsOf(meeting).flatMap((host) => hosts.find((known) => known.id === host)?.name ?? []),
    status,
    canMove: status === 'confirmed' && Date.parse(start) > now,
    step: snapshotOf(meeting).grid ?? 30,
  }
}

type ChoiceProps = { monday: string; host: string | undefined; zone: string; hosts: readonly Host[] }

/** Whose meetings are shown, and by which clock. */
function Choice({ monday, host, zone, hosts }: ChoiceProps) {
  return (
    <form action={meetingsWeekPath()} className="week-choice">
      <input name="week" type="hidden" value={monday} />
      <label>
        Host
        <select defaultValue={host ?? ''} name="host">
          <option value="">All</option>
          {hosts.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        Time zone
        <select defaultValue={modernZone(zone)} name="zone">
          {ZONE_GROUPS.map(({ region, zones }) => (
            <optgroup key={region} label={region}>
              {zones.map(({ name, city }) => (
                <option key={name} value={name}>
                  {city}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <button className="btn btn--style-secondary btn--size-medium" type="submit">
        Show
      </button>
    </form>
  )
}

/**
 * The meetings of a week as a calendar, for whoever works with leads: `?week=` any date of it, `host`, `zone`. Payload
 * lets everybody into views that are not its own, so this one asks who it is.
 */
export async function WeekView({ initPageResult, params, searchParams }: AdminViewServerProps) {
  const { locale, permissions, req, visibleEntities } = initPageResult
  const { payload, user } = req
  if (!user) redirect(`${payload.config.routes.admin}/login`)
  if (!mayServeLeads(user)) notFound()

  const now = Date.now()
  const zoneAsked = one(searchParams?.zone)
  const zone = zoneAsked && isTimeZone(zoneAsked) ? zoneAsked : await zoneOfViewer(payload, user)
  const today = dateIn(zone)(now)
  const dateAsked = one(searchParams?.week)
  const monday = mondayOf(isDate(dateAsked) ? dateAsked : today)
  const host = one(searchParams?.host)
  const { layout, meetings, hosts } = await readWeek(req, { monday, zone, host })
  const at = (week?: string) => meetingsWeekPath({ week, host, zone: zoneAsked })
  return (
    <DefaultTemplate
      i18n={req.i18n}
      locale={locale}
      params={params}
      payload={payload}
      permissions={permissions}
      req={req}
      searchParams={searchParams}
      user={user}
      visibleEntities={visibleEntities}
    >
      <Gutter className="week">
        <div className="week__header">
          <h1>Meetings, week of {dateLabel(monday, 'en').replace(/^\S+ /, '')}</h1>
          <nav aria-label="Weeks">
            <Link href={at(dateAfter(monday, -7))}>Previous week</Link>
            <Link href={at()}>Today</Link>
            <Link href={at(dateAfter(monday, 7))}>Next week</Link>
            <Link href={bookForCallerPath()}>Book for a caller</Link>
          </nav>
          <Choice host={host} hosts={hosts} key={`${host} ${zone}`} monday={monday} zone={zone} />
          <p className="week__zone">
            Times are those of {zoneWords(zone, 'en', Date.parse(monday))}. Drag a meeting to a free time to move it, or
            open it to choose one.
          </p>
        </div>
        <WeekGrid
          key={monday + zone}
          layout={layout}
          meetings={meetings.map((meeting) => shownMeeting(meeting, hosts, zone, now))}
          today={today}
          zone={zone}
        />
      </Gutter>
    </DefaultTemplate>
  )
}
