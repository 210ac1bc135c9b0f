import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import { readEnv } from '@/platform/env'
import { type DeliveryError, outcomeOf } from './delivery-outcome'
import { mailTransport } from './transport'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

type Answer = { status?: number; body?: Record<string, unknown> }

/** A real token endpoint that gives out `token-1`, `token-2` and so on, unless it is told what to answer. */
async function tokenEndpoint(answerOf: (n: number) => Answer = () => ({})) {
  const asked: Record<string, string>[] = []
  const server = createServer(async (request, response) => {
    let form = ''
    for await (const chunk of request) form += chunk
    asked.push(Object.fromEntries(new URLSearchParams(form)))
    const { status = 200, body } = answerOf(asked.length)
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body ?? { access_token: `token-${asked.length}`, expires_in: 3600 }))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  closing.push(() => server.close().closeAllConnections())
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/token` }
}

/** A real mail server that takes nothing but XOAUTH2, of one user with one of these tokens. */
async function mailServer(...valid: string[]) {
  const logins: string[] = []
  const subjects: string[] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authMethods: ['XOAUTH2'],
    onAuth({ method, username, accessToken = '' }, _, done) {
      logins.push(`${method} ${username} ${accessToken}`)
      const knows = username === 'site@example.com' && valid.includes(accessToken)
      done(null, knows ? { user: username } : { data: { status: '401', schemes: 'bearer' } })
    },
    onData(stream, _, done) {
      let text = ''
      stream.on('data', (chunk) => {
        text += chunk
      })
      stream.on('end', () => {
        subjects.push(/^Subject: (.*?)\r?$/m.exec(text)?.[1] ?? '')
        done()
      })
    },
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  closing.push(() => server.close())
  return { logins, subjects, port: (server.server.address() as AddressInfo).port }
}

const login = (port: number, tokenUrl: string, change: Record<string, string> = {}) => ({
  SMTP_URL: `smtp://site%40example.com@127.0.0.1:${port}`,
  SMTP_OAUTH_CLIENT_ID: 'client',
  SMTP_OAUTH_CLIENT_SECRET: 'very secret',
  SMTP_OAUTH_REFRESH_TOKEN: 'refresh',
  SMTP_OAUTH_TOKEN_URL: tokenUrl,
  ...change,
})

const transportOf = (...args: Parameters<typeof login>) => mailTransport(readEnv(login(...args)))

const mail = (subject: string) => ({ from: 'site@example.com', to: 'ann@example.com', subject, text: 'Hello' })

const failureOf = (transport: ReturnType<typeof transportOf>) =>
  transport.send(mail('Hello')).then(
    () => undefined,
    (error: DeliveryError) => outcomeOf(error),
  )

describe('a mail server that asks for XOAUTH2', () => {
  it('gets a token that the refresh token was given for, once for many mails', async () => {
    const tokens = await tokenEndpoint()
    const { logins, port, subjects } = await mailServer('token-1')
    const transport = transportOf(port, tokens.url)
    await transport.send(mail('One'))
    await transport.send(mail('Two'))
    expect(subjects).toEqual(['One', 'Two'])
    expect(logins).toEqual(Array(2).fill('XOAUTH2 site@example.com token-1'))
    expect(tokens.asked).toEqual([
      { grant_type: 'refresh_token', refresh_token: 'refresh', client_id: 'client', client_secret: 'very secret' },
    ])
  })

  it('gets one of the client itself where there is no refresh token', async () => {
    const tokens = await tokenEndpoint()
    const { port, subjects } = await mailServer('token-1')
    const scope = 'https://outlook.office365.com/.default'
    const change = { SMTP_OAUTH_REFRESH_TOKEN: '', SMTP_OAUTH_SCOPE: scope }
    await transportOf(port, tokens.url, change).send(mail('One'))
    expect(subjects).toEqual(['One'])
    const client = { client_id: 'client', client_secret: 'very secret' }
    expect(tokens.asked).toEqual([{ grant_type: 'client_credentials', scope, ...client }])
  })

  it('gets a new token when the old one ends', async () => {
    // Less than a token is asked for ahead of its end.
    const tokens = await tokenEndpoint((n) => (n === 1 ? { body: { access_token: 'token-1', expires_in: 30 } } : {}))
    const { logins, port, subjects } = await mailServer('token-1', 'token-2')
    const transport = transportOf(port, tokens.url)
    await transport.send(mail('One'))
    await transport.send(mail('Two'))
    expect(subjects).toEqual(['One', 'Two'])
    expect(logins.at(-1)).toContain('token-2')
  })

  it('gets a new token when it refuses the old one before its time', async () => {
    const tokens = await tokenEndpoint()
    const { logins, port, subjects } = await mailServer('token-2')
    await transportOf(port, tokens.url).send(mail('One'))
    expect(subjects).toEqual(['One'])
    expect(logins).toEqual(['XOAUTH2 site@example.com token-1', 'XOAUTH2 site@example.com token-2'])
  })

  it('that refuses every login puts mail off, and is no outage: a person must look', async () => {
    const tokens = await tokenEndpoint()
    const { port, subjects } = await mailServer()
    const transport = transportOf(port, tokens.url)
    expect(await failureOf(transport)).toMatchObject({ outcome: 'deferred', reply: expect.stringContaining('535') })
    expect(await transport.isReachable?.()).toBe(true)
    expect(subjects).toEqual([])
  })
})

describe('a token endpoint', () => {
  it('that is away is an outage: mail waits and does not fail', async () => {
    const { port } = await mailServer('token-1')
    const transport = transportOf(port, 'http://127.0.0.1:1/token')
    expect(await failureOf(transport)).toMatchObject({ outcome: 'error' })
    expect(await transport.isReachable?.()).toBe(false)
  })

  it('that is out of order is one too, until it is back', async () => {
    const tokens = await tokenEndpoint((n) => (n <= 2 ? { status: 503, body: {} } : {}))
    const { port, subjects } = await mailServer('token-3', 'token-4')
    const transport = transportOf(port, tokens.url)
    expect(await failureOf(transport)).toMatchObject({ outcome: 'error', reply: expect.stringContaining('503') })
    expect(await transport.isReachable?.()).toBe(false)
    expect(await transport.isReachable?.()).toBe(true)
    await transport.send(mail('One'))
    expect(subjects).toEqual(['One'])
  })

  it('that refuses us is told with its reason, without the secret, and is no outage', async () => {
    const body = { error: 'invalid_grant', error_description: 'The refresh token was revoked' }
    const tokens = await tokenEndpoint(() => ({ status: 400, body }))
    const { port } = await mailServer('token-1')
    const transport = transportOf(port, tokens.url)
    const failure = await failureOf(transport)
    expect(failure).toMatchObject({
      outcome: 'deferred',
      reply: expect.stringMatching(/400 invalid_grant The refresh token was revoked/),
    })
    expect(JSON.stringify(failure)).not.toContain('very secret')
    expect(await transport.isReachable?.()).toBe(true)
  })
})

describe('the variables', () => {
  const complete = login(587, 'https://login.example.com/token')

  it.each([
    ['SMTP_OAUTH_CLIENT_ID', { SMTP_OAUTH_CLIENT_ID: '' }],
    ['SMTP_OAUTH_CLIENT_SECRET', { SMTP_OAUTH_CLIENT_SECRET: '' }],
    ['SMTP_OAUTH_TOKEN_URL', { SMTP_OAUTH_TOKEN_URL: '' }],
    ['SMTP_OAUTH_TOKEN_URL', { SMTP_OAUTH_TOKEN_URL: 'login.example.com' }],
    ['SMTP_OAUTH_SCOPE', { SMTP_OAUTH_REFRESH_TOKEN: '' }],
    ['SMTP_URL', { SMTP_URL: '' }],
    ['SMTP_URL', { SMTP_URL: 'smtp://mail.example.com' }],
    ['SMTP_URL', { SMTP_URL: 'smtp://user:password@mail.example.com' }],
  ])('stop the start with one line that names %s for %j', (name, wrong) => {
    expect(() => readEnv({ ...complete, ...wrong })).toThrow(new RegExp(`^${name}: [^\\n]+$`))
  })
})
