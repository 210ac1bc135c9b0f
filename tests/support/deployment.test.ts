import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readEnv, VARIABLES } from '@/platform/env'

type Service = {
  environment?: Record<string, string>
  command?: string[]
  ports?: string[]
  volumes?: string[]
  depends_on?: Record<string, { condition: string }>
  healthcheck?: { test: string[] }
}

const read = (file: string) => readFileSync(file, 'utf8')
const compose: { services: Record<string, Service>; volumes: Record<string, unknown> } = parse(
  read('docker-compose.yml'),
)
const dockerfile = read('Dockerfile')
const readme = read('README.md')
const { app, mongodb, mailpit } = compose.services

/** `${PORT:-3000}` as Compose reads it with the variables given; a default may hold another one, so inner ones first. */
function substituted(text: string, given: Record<string, string> = {}): string {
  const once = String(text).replace(
    /\$\{(\w+)(?::[-?]([^${}]*))?\}/g,
    (_, name: string, fallback = '') => given[name] || fallback,
  )
  return once === String(text) ? once : substituted(once, given)
}

/** Names that a text sets at the beginning of a line: `NAME=value`. */
const setIn = (text: string) => [...text.matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name)

/** What the image sets itself. */
const imageEnv = Object.fromEntries(
  [...dockerfile.matchAll(/^ENV (.+)$/gm)]
    .at(-1)?.[1]
    ?.split(' ')
    .map((pair) => pair.split('=')) ?? [],
) as Record<string, string>

describe('what the documents say of the environment', () => {
  it('lists every variable in .env.example, and no other', () => {
    expect(setIn(read('.env.example')).sort()).toEqual([...VARIABLES].sort())
  })

  it('lists every variable in the table of the README, and no other', () => {
    const rows = [...readme.matchAll(/^\| `([A-Z_]+)` +\|/gm)].map(([, name]) => name)
    expect(rows.sort()).toEqual([...VARIABLES].sort())
  })

  it('names no script that does not exist', () => {
    const { scripts } = JSON.parse(read('package.json'))
    const named = [...readme.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name)
    expect(named.filter((name) => !(name in scripts))).toEqual([])
  })

  it('shows pictures and links files that exist', () => {
    const targets = [...readme.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map(([, target = '']) => target)
    expect(targets.length).toBeGreaterThan(0)
    expect(targets.filter((target) => !existsSync(target))).toEqual([])
  })
})

describe('docker-compose.yml', () => {
  it('gives the app an environment that it starts with, and no variable that it does not know', () => {
    const environment = Object.fromEntries(
      Object.entries(app?.environment ?? {}).map(([name, value]) => [
        name,
        substituted(value, { PAYLOAD_SECRET: '5f0c6a4be1d3927886fa0bb1c2d9e3a4' }),
      ]),
    )
    const { NEXT_TELEMETRY_DISABLED: _, ...image } = imageEnv
    const all = { ...image, ...environment }
    expect(Object.keys(all).filter((name) => !VARIABLES.includes(name))).toEqual([])
    expect(readEnv(all).DATABASE_URL).toMatch(/^mongodb:/)
  })

  it('refuses to start without a secret', () => {
    expect(app?.environment?.PAYLOAD_SECRET).toMatch(/^\$\{PAYLOAD_SECRET:\?/)
  })

  it('leads the app to the services beside it', () => {
    const { DATABASE_URL = '', SMTP_URL = '' } = app?.environment ?? {}
    const database = new URL(DATABASE_URL)
    expect(compose.services).toHaveProperty(database.hostname)
    expect(mongodb?.command?.join(' ')).toContain(`--replSet ${database.searchParams.get('replicaSet')}`)
    const mail = new URL(substituted(SMTP_URL))
    expect(compose.services).toHaveProperty(mail.hostname)
    expect(mailpit).toBeDefined()
  })

  it('waits for a replica set that its health check makes', () => {
    expect(app?.depends_on?.mongodb?.condition).toBe('service_healthy')
    const check = mongodb?.healthcheck?.test.at(-1) ?? ''
    expect(check).toContain('rs.initiate')
    expect(check).toContain(`host: '${new URL(app?.environment?.DATABASE_URL ?? '').host}'`)
    expect(check).toContain('isWritablePrimary')
  })

  it('keeps the data of the database and the files on volumes that it declares', () => {
    const mounts = [...(app?.volumes ?? []), ...(mongodb?.volumes ?? [])].map((mount) => mount.split(':'))
    expect(mounts.map(([name]) => name).sort()).toEqual(Object.keys(compose.volumes).sort())
    expect(mounts.map(([, path]) => path)).toContain(imageEnv.DATA_DIR)
  })

  it('publishes the port that the image listens on', () => {
    expect(substituted(app?.ports?.[0] ?? '')).toBe(`3000:${imageEnv.PORT}`)
    expect(dockerfile).toContain(`EXPOSE ${imageEnv.PORT}`)
  })
})

describe('Dockerfile', () => {
  it('runs on the version of Node that the project names', () => {
    const images = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image)
    expect(new Set(images)).toEqual(new Set([`node:${read('.nvmrc').trim()}-bookworm-slim`]))
  })

  it('runs as a user that is not root and owns the volume', () => {
    const afterUser = dockerfile.slice(dockerfile.indexOf('\nUSER node'))
    expect(afterUser).toMatch(/CMD \["node", "dist\/server\.mjs"\]/)
    expect(dockerfile).toContain(`chown node:node ${imageEnv.DATA_DIR}`)
    expect(dockerfile).toContain(`VOLUME ${imageEnv.DATA_DIR}`)
  })

  it('asks the health of the site on its port', () => {
    expect(dockerfile).toMatch(/HEALTHCHECK[^]*\$\{process\.env\.PORT\}\/healthz/)
  })

  it('takes what is built from a clean install, without secrets or data', () => {
    expect(dockerfile).toContain('RUN npm ci')
    const ignored = read('.dockerignore').split('\n')
    for (const path of ['.env*', '.git', 'data', 'node_modules', '.next', 'dist']) expect(ignored).toContain(path)
  })
})
