import { randomUUID } from 'node:crypto'
import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter } from '@payloadcms/ui'
import { notFound, redirect } from 'next/navigation'
import type { AdminViewServerProps, PayloadRequest } from 'payload'
import { mayServeLeads } from '@/access/roles'
import { isTimeZone } from '@/platform/time-zone'
import { ANSWER_FIELDS } from '../form/answer-fields'
import { dateIn } from '../page/days'
import { modernZone, ZONE_GROUPS } from '../page/time-zones'
import { BookForm, type Caller } from './book-form'
import { zoneOfViewer } from './viewer-zone'

const ALL = { pagination: false, limit: 0, depth: 0, overrideAccess: false } as const

/** What is known of the lead for whom somebody books. */
async function callerOf(req: PayloadRequest, id: string): Promise<(Caller & { timeZone?: string | null }) | undefined> {
  const { payload } = req
  const query = { id, depth: 0, joins: false, disableErrors: true, overrideAccess: false, req } as const
  const [lead, { docs }] = await Promise.all([
    payload.findByID({ collection: 'leads', ...query }),
    payload.find({ collection: 'contact-points', where: { lead: { equals: id } }, sort: 'createdAt', ...ALL, req }),
  ])
  if (!lead) return undefined
  const first = (wanted: 'email' | 'phone') => docs.find(({ kind }) => kind === wanted)?.raw ?? ''
  return {
    name: lead.name ?? '',
    company: lead.company ?? '',
    email: first('email'),
    phone: first('phone'),
    timeZone: lead.timeZone,
  }
}

/**
 * The form by which a colleague books for a caller, for whoever works with leads; `?lead=` fills in what is known of
 * one. Payload lets everybody into views that are not its own, so this one asks who it is.
 */
export async function BookView({ initPageResult, params, searchParams }: AdminViewServerProps) {
  const { locale, permissions, req, visibleEntities } = initPageResult
  const { payload, user } = req
  if (!user) redirect(`${payload.config.routes.admin}/login`)
  if (!mayServeLeads(user)) notFound()

  const lead = typeof searchParams?.lead === 'string' ? searchParams.lead : undefined
  const active = { active: { equals: true } }
  const [caller, own, types] = await Promise.all([
    lead ? callerOf(req, lead) : undefined,
    zoneOfViewer(payload, user),
    payload.find({ collection: 'meeting-types', where: active, sort: ['order', 'name'], ...ALL, req }),
  ])
  const zone = caller?.timeZone && isTimeZone(caller.timeZone) ? caller.timeZone : own
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
        <h1>Book for a caller</h1>
        <BookForm
          caller={caller}
          occasion={randomUUID()}
          today={dateIn(zone)(Date.now())}
          lead={caller && lead}
          types={types.docs.map(({ slug, name, length, location, questions }) => ({
            slug: slug ?? '',
            name: `${name}, ${length} min`,
            needsPhone: location.kind === 'phone',
            questions: (questions ?? []).flatMap(({ label, kind }, index) => {
              const field = ANSWER_FIELDS[index]
              return field ? [{ name: field, label, isLong: kind === 'paragraph' }] : []
            }),
          }))}
          zone={modernZone(zone)}
          zones={ZONE_GROUPS}
        />
      </Gutter>
    </DefaultTemplate>
  )
}
