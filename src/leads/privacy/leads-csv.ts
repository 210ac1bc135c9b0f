import { pipeline, Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import type { PayloadRequest, Where } from 'payload'
import type { Lead } from '@/payload-types'
import { idOf } from '../follow-up/upsert-lead'
import { LEAD_STATUSES } from '../statuses'
import { spreadsheetCell } from './spreadsheet-cell'

/** So many leads are in memory at a time. */
const PAGE = 200

const HEADINGS = [
  'Name',
  'Company',
  'Status',
  'Owner',
  'E-mail addresses',
  'Phone numbers',
  'Language',
  'Entered',
  'Last message',
  'First page',
  'First source',
  'Id',
]

type Points = Map<string, { email: string[]; phone: string[] }>

async function contactPointsOf(leads: Lead[], req: PayloadRequest): Promise<Points> {
  const { docs } = await req.payload.find({
    collection: 'contact-points',
    where: { lead: { in: leads.map(({ id }) => id) } },
    sort: 'createdAt',
    pagination: false,
    depth: 0,
    overrideAccess: false,
    user: req.user,
  })
  const points: Points = new Map(leads.map(({ id }) => [id, { email: [], phone: [] }]))
  for (const { kind, lead, value, raw } of docs) points.get(idOf(lead))?.[kind ?? 'email'].push(value ?? raw)
  return points
}

function row(lead: Lead, points: Points): (string | null | undefined)[] {
  const { company, createdAt, firstTouch, id, lastTouch, locale, name, owner, status } = lead
  return [
    name,
    company,
    LEAD_STATUSES.find(({ value }) => value === status)?.label ?? status,
    typeof owner === 'object' ? owner?.name : owner,
    points.get(id)?.email.join(', '),
    points.get(id)?.phone.join(', '),
    locale,
    createdAt,
    lastTouch?.at,
    firstTouch?.landingPage,
    firstTouch?.source,
    id,
  ]
}

/** The rows, page by page in the order of ids: they are those of creation, and what comes meanwhile shifts no page. */
async function* rows(req: PayloadRequest, where: Where) {
  let after = ''
  for (;;) {
    const { docs } = await req.payload.find({
      collection: 'leads',
      where: { and: [where, { id: { greater_than: after } }] },
      sort: 'id',
      limit: PAGE,
      pagination: false,
      // The owner's name is all that is wanted of what a lead refers to.
      depth: 1,
      joins: false,
      overrideAccess: false,
      user: req.user,
    })
    const points = await contactPointsOf(docs, req)
    for (const lead of docs) yield row(lead, points)
    const last = docs.at(-1)
    if (!last || docs.length < PAGE) return
    after = last.id
  }
}

/**
 * Leads as CSV (RFC 4180) that a spreadsheet opens as text and does not execute, in UTF-8 with the mark by which Excel
 * knows it. Read with the access of whoever asks, while it is sent.
 */
export function leadsCsv(req: PayloadRequest, where: Where): ReadableStream {
  const csv = stringify({
    bom: true,
    header: true,
    columns: HEADINGS,
    quoted: true,
    record_delimiter: '\r\n',
    escape_formulas: true,
    cast: { string: spreadsheetCell },
  })
  pipeline(Readable.from(rows(req, where)), csv, (error) => {
    // Whoever closes the window ends the export, too.
    if (error && error.code !== 'ERR_STREAM_PREMATURE_CLOSE')
      req.payload.logger.error({ err: error, msg: 'An export failed' })
  })
  return Readable.toWeb(csv) as ReadableStream
}
