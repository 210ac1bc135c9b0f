import { randomUUID } from 'node:crypto'
import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter } from '@payloadcms/ui'
import { notFound, redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { mayServeLeads } from '@/access/roles'
import { ANSWER_FIELDS } from '../form/answer-fields'
import { dateIn } from '../page/days'
import { modernZone, ZONE_GROUPS } from '../page/time-zones'
import { BookForm } from './book-form'
import { openingOf } from './caller'
import { zoneOfViewer } from './viewer-zone'

const ALL = { pagination: false, limit: 0, depth: 0, overrideAccess: false } as const

/**
 * The form by which a colleague books for a caller, for whoever works with leads; `?lead=` fills in what is known of
 * one, `?message=` what a message asks for. Payload lets everybody into views that are not its own, so this one asks who it is.
 */
export async function BookView({ initPageResult, params, searchParams }: AdminViewServerProps) {
  const { locale, permissions, req, visibleEntities } = initPageResult
  const { payload, user } = req
  if (!user) redirect(`${payload.config.routes.admin}/login`)
  if (!mayServeLeads(user)) notFound()

  const asked = (name: string) => (typeof searchParams?.[name] === 'string' ? searchParams[name] : undefined)
  const active = { active: { equals: true } }
  const [opening, own, types] = await Promise.all([
    openingOf(req, { lead: asked('lead'), message: asked('message') }),
    zoneOfViewer(payload, user),
    payload.find({ collection: 'meeting-types', where: active, sort: ['order', 'name'], ...ALL, req }),
  ])
  const zone = opening.zone ?? own
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
          occasion={randomUUID()}
          opening={opening}
          today={dateIn(zone)(Date.now())}
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
