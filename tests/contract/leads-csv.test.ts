import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { contractPayload } from '../support/contract'
import { type Api, guardedApi } from '../support/guarded-api'
import { createStaff, type Staff } from '../support/staff'

let payload: Payload
let staff: Staff
let api: Api

beforeAll(async () => {
  payload = await contractPayload()
  staff = await createStaff(payload)
  api = await guardedApi(payload)
  for (const [name, company, email] of [
    ['=HYPERLINK("https://example.com")', 'Müller & Söhne', 'formula@example.com'],
    ['Jane "Quote", Doe', '\n@SUM(1)', 'jane@example.com'],
    ['Nguyễn Thị Ánh', null, 'anh@example.com'],
  ] as const) {
    const { id } = await payload.create({
      collection: 'leads',
      data: { name, company, status: 'new', owner: staff.sales.id },
    })
    await payload.create({ collection: 'contact-points', data: { kind: 'email', raw: email, value: email, lead: id } })
  }
})

const csv = (query = '', token: string | undefined = staff.sales.token) => api.call(`/leads/csv${query}`, { token })
const audits = async () =>
  (await payload.find({ collection: 'audit-entries', where: { action: { equals: 'export' } }, sort: 'createdAt' })).docs

describe('the leads as CSV', () => {
  it('are a file that Excel knows as UTF-8, with a line for each', async () => {
    const answer = await csv()
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="leads.csv"')
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    const lines = bytes.toString().slice(1).split('\r\n')
    expect(lines[0]).toMatch(/^"Name","Company","Status","Owner","E-mail addresses"/)
    expect(lines).toHaveLength(5)
    expect(lines[4]).toBe('')
    expect(lines[3]).toMatch(/^"Nguyễn Thị Ánh",,"New","sales","anh@example.com",,/)
  })

  it('hold nothing that a spreadsheet executes', async () => {
    const text = await (await csv()).text()
    expect(text).toContain(`"'=HYPERLINK(""https://example.com"")","Müller & Söhne"`)
    expect(text).toContain(`"Jane ""Quote"", Doe","'\n@SUM(1)"`)
    expect(text).not.toMatch(/(^|,)"?[=+\-@\t\r]/)
  })

  it('are those that the list shows', async () => {
    const asked = async (query: string) => (await (await csv(query)).text()).match(/[a-z]+@example\.com(?=")/g)
    expect(await asked('?where[or][0][and][0][company][equals]=M%C3%BCller%20%26%20S%C3%B6hne')).toEqual([
      'formula@example.com',
    ])
    expect(await asked('?search=Jane')).toEqual(['jane@example.com'])
    expect(await asked('?where[status][equals]=won')).toBeNull()
    expect((await csv('?where[nosuch][equals]=1')).status).toBe(400)
  })

  it('are all of them, however many pages it takes', async () => {
    const names = Array.from({ length: 450 }, (_, index) => `Bulk ${index}`)
    for (const name of names) await payload.create({ collection: 'leads', data: { name, status: 'lost' } })
    const text = await (await csv('?where[status][equals]=lost')).text()
    for (const name of names) expect(text).toContain(`"${name}",`)
    expect(text.split('\r\n')).toHaveLength(452)
    await payload.db.deleteMany({ collection: 'leads', where: { status: { equals: 'lost' } } })
  })

  it('stand in the audit log by their number', async () => {
    await (await csv()).text()
    expect((await audits()).at(-1)).toMatchObject({ who: 'sales', entity: 'leads', counts: { leads: 3 } })
  })

  it('are for those who work with leads', async () => {
    const before = (await audits()).length
    for (const { token } of [staff.author, staff.editor]) expect((await csv('', token)).status).toBe(403)
    expect((await api.call('/leads/csv')).status).toBe(403)
    expect(await audits()).toHaveLength(before)
  })
})
