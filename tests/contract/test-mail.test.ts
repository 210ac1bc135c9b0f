import { type AddressInfo, createServer, type Socket } from 'node:net'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sendTestMail } from '@/mail/test-mail'
import { mailTransport } from '@/mail/transport'
import { rest } from '../support/api'
import { contractPayload } from '../support/contract'
import { mailServer } from '../support/mail-server'
import { createStaff, type Staff } from '../support/staff'

let payload: Payload
let staff: Staff
const closing: (() => unknown)[] = []

beforeAll(async () => {
  payload = await contractPayload()
  staff = await createStaff(payload)
  await payload.updateGlobal({
    slug: 'settings',
    data: { companyName: 'Example & Agency', senderName: 'Example', senderAddress: 'site@example.com' },
  })
})

afterAll(async () => {
  for (const close of closing) await close()
})

const smtp = (port: number) => mailTransport({ SMTP_URL: `smtp://127.0.0.1:${port}`, DATA_DIR: '' })

/** A server that says what it is given, line by line, whatever it is told; nothing when it is given nothing. */
async function scriptedServer(replies: string[]): Promise<number> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    const left = [...replies]
    const next = () => {
      const reply = left.shift()
      if (reply) socket.write(`${reply}\r\n`)
    }
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('data', next)
    next()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  closing.push(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return (server.address() as AddressInfo).port
}

describe('a test mail', () => {
  it('arrives at once, says what the server answered, and stands in no list', async () => {
    const { arrived, transport, close } = await mailServer()
    closing.push(close)
    const result = await sendTestMail(payload, 'ann@example.com', { transport })
    expect(result).toEqual({ sent: true, mode: 'smtp', answer: expect.stringMatching(/^250 /) })
    expect(arrived).toHaveLength(1)
    expect(arrived[0]?.subject).toBe('Test mail of Example & Agency')
    expect(arrived[0]?.from?.value).toEqual([{ name: 'Example', address: 'site@example.com' }])
    expect((await payload.count({ collection: 'emails' })).totalDocs).toBe(0)
    expect((await payload.count({ collection: 'email-attempts' })).totalDocs).toBe(0)
  })

  it('that is refused shows the refusal letter by letter', async () => {
    const refusal = '550 5.1.1 <ann@example.com>: No such "user" & never was'
    const port = await scriptedServer(['220 test', '250 test', '250 sender', refusal])
    expect(await sendTestMail(payload, 'ann@example.com', { transport: smtp(port) })).toEqual({
      sent: false,
      mode: 'smtp',
      answer: refusal,
    })
  })

  it('says that nobody is there', async () => {
    const result = await sendTestMail(payload, 'ann@example.com', { transport: smtp(1) })
    expect(result).toMatchObject({ sent: false, answer: expect.stringContaining('ECONNREFUSED') })
  })

  it.each([
    ['nothing', []],
    ['a greeting and no more', ['220 test']],
  ])('ends when the server says %s', async (_, replies) => {
    const port = await scriptedServer(replies)
    const begun = Date.now()
    const result = await sendTestMail(payload, 'ann@example.com', { limitMs: 300, transport: smtp(port) })
    expect(Date.now() - begun).toBeLessThan(3000)
    expect(result).toEqual({ sent: false, mode: 'smtp', answer: 'No answer within 0.3 s' })
  })
})

describe('by REST', () => {
  const ask = (as: Staff[keyof Staff] | undefined, body: unknown = { to: 'ann@example.com' }) =>
    rest('POST', '/emails/test', { as, body })

  it('it is for admins alone', async () => {
    for (const as of [undefined, staff.author, staff.editor, staff.sales]) expect((await ask(as)).status).toBe(403)
  })

  it('it says that mail goes to files, and where', async () => {
    const { status, body } = await ask(staff.admin)
    expect(status).toBe(200)
    expect(body).toEqual({ sent: true, mode: 'files', answer: expect.stringMatching(/^Written to .+\.eml$/) })
  })

  it.each([{}, { to: 'nobody' }, { to: ['ann@example.com'] }, { to: 'ann@example.com, ben@example.com' }])(
    'it goes to one address, and not to %j',
    async (body) => {
      expect((await ask(staff.admin, body)).status).toBe(400)
    },
  )
})
