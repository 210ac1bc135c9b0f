import { BlockList, isIP } from 'node:net'
import { z } from 'zod'

/** `10.0.0.0/8, ::1` → a list that answers whether an address is in it. */
function proxyList(text: string, context: z.RefinementCtx): BlockList {
  const list = new BlockList()
  for (const entry of text.split(',').map((part) => part.trim())) {
    if (!entry) continue
    const [address = '', bits] = entry.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    const prefix = Number(bits)
    const widest = family === 'ipv6' ? 128 : 32
    if (!isIP(address) || (bits !== undefined && !(Number.isInteger(prefix) && prefix >= 0 && prefix <= widest))) {
      context.addIssue({ code: 'custom', message: `"${entry}" is not an IP address or a CIDR range` })
    } else if (bits === undefined) {
      list.addAddress(address, family)
    } else {
      list.addSubnet(address, prefix, family)
    }
  }
  return list
}

/** An empty variable means the same as one that is not set. */
const optional = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === '' ? undefined : value), schema)

const schema = z.object({
  NODE_ENV: optional(z.enum(['production', 'development', 'test']).default('development')),
  PORT: optional(z.coerce.number().int().min(0).max(65535).default(3000)),
  HOST: optional(z.string().default('0.0.0.0')),
  SITE_URL: optional(
    z
      .url({ protocol: /^https?$/, message: 'must be an absolute http(s) address such as https://www.example.com' })
      .transform((url) => new URL(url).origin)
      .optional(),
  ),
  DATA_DIR: optional(z.string().default('./data')),
  DATABASE_URL: optional(
    z
      .string()
      .regex(/^(mongodb(\+srv)?:\/\/|file:)/, 'must start with mongodb://, mongodb+srv:// or file:')
      .optional(),
  ),
  PAYLOAD_SECRET: optional(z.string().optional()),
  SMTP_URL: optional(
    z.url({ protocol: /^smtps?$/, message: 'must look like smtp://user:password@mail.example.com:587' }).optional(),
  ),
  SMTP_OAUTH_CLIENT_ID: optional(z.string().optional()),
  SMTP_OAUTH_CLIENT_SECRET: optional(z.string().optional()),
  SMTP_OAUTH_REFRESH_TOKEN: optional(z.string().optional()),
  SMTP_OAUTH_SCOPE: optional(z.string().optional()),
  SMTP_OAUTH_TOKEN_URL: optional(
    z.url({ protocol: /^https?$/, message: 'must be the address that gives out tokens' }).optional(),
  ),
  TRUSTED_PROXIES: optional(z.string().default('')).transform((text, context) => proxyList(String(text), context)),
  ADMIN_EMAIL: optional(z.email('must be an e-mail address').optional()),
  ADMIN_PASSWORD: optional(z.string().min(12, 'must have at least 12 characters').optional()),
  BACKGROUND: optional(z.enum(['on', 'off']).default('on')),
  METRICS_TOKEN: optional(z.string().min(16, 'must have at least 16 characters').optional()),
  SITE_ENV: optional(z.enum(['production', 'staging']).default('production')),
  STAGING_MAIL_TO: optional(z.email('must be an e-mail address').optional()),
  LOG_LEVEL: optional(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info')),
})

/** Names of every variable that is read, for the documents that list them. */
export const VARIABLES = Object.keys(schema.shape)

export type Env = z.output<typeof schema> & {
  /** Origin of every absolute address, without a slash at its end. */
  SITE_URL: string
  PAYLOAD_SECRET: string
}

type Variables = z.output<typeof schema>

const OAUTH_VARIABLES = [
  'SMTP_OAUTH_CLIENT_ID',
  'SMTP_OAUTH_CLIENT_SECRET',
  'SMTP_OAUTH_TOKEN_URL',
  'SMTP_OAUTH_REFRESH_TOKEN',
  'SMTP_OAUTH_SCOPE',
] as const

/** @throws Error with one line when the login at the mail server by OAuth2 is half set up, or another one besides */
function checkOauth(env: Variables): void {
  if (OAUTH_VARIABLES.every((name) => !env[name])) return
  for (const name of OAUTH_VARIABLES.slice(0, 3)) {
    if (!env[name]) throw new Error(`${name}: required when another SMTP_OAUTH_ variable is set`)
  }
  if (!env.SMTP_OAUTH_REFRESH_TOKEN && !env.SMTP_OAUTH_SCOPE) {
    throw new Error(
      'SMTP_OAUTH_SCOPE: required without SMTP_OAUTH_REFRESH_TOKEN: what the provider calls the right to send',
    )
  }
  const { username, password } = new URL(env.SMTP_URL ?? 'smtp://nobody')
  if (!username || password) {
    throw new Error('SMTP_URL: with SMTP_OAUTH_ it names the user and no password: smtp://user%40example.com@host:587')
  }
}

const WEAK_SECRETS = /^(.)\1*$|secret|change.?me|password/i

/** A secret for development and tests alone: production refuses to start without its own. */
const DEVELOPMENT_SECRET = 'development-only-0123456789abcdef'

/**
 * Reads and checks the environment, without side effects.
 * @throws Error with one line that names the first wrong variable and what it must be.
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const result = schema.safeParse(source)
  if (!result.success) {
    const issue = result.error.issues[0]
    throw new Error(`${issue?.path.join('.')}: ${issue?.message}`)
  }
  const env = result.data
  checkOauth(env)
  const production = env.NODE_ENV === 'production'
  if (production && !env.SITE_URL) {
    throw new Error('SITE_URL: required in production, the address visitors use, such as https://www.example.com')
  }
  const secret = env.PAYLOAD_SECRET
  if (production && (!secret || secret.length < 32 || WEAK_SECRETS.test(secret))) {
    throw new Error('PAYLOAD_SECRET: production needs a random one of at least 32 characters (openssl rand -hex 32)')
  }
  if (Boolean(env.ADMIN_EMAIL) !== Boolean(env.ADMIN_PASSWORD)) {
    throw new Error('ADMIN_EMAIL: set it together with ADMIN_PASSWORD, or neither')
  }
  if (env.SITE_ENV === 'staging' && !env.STAGING_MAIL_TO) {
    throw new Error('STAGING_MAIL_TO: required with SITE_ENV=staging, the one address that all mail goes to')
  }
  // Whoever sets it believes that no mail reaches customers.
  if (env.STAGING_MAIL_TO && env.SITE_ENV !== 'staging') {
    throw new Error('STAGING_MAIL_TO: set it together with SITE_ENV=staging; without, mail goes to its real recipients')
  }
  return {
    ...env,
    SITE_URL: env.SITE_URL ?? `http://localhost:${env.PORT}`,
    PAYLOAD_SECRET: secret ?? DEVELOPMENT_SECRET,
  }
}

/** True for a copy of the site to try things on: its mail reaches one address alone, and nobody shall find it. */
export const isStaging = ({ SITE_ENV }: Pick<Env, 'SITE_ENV'>): boolean => SITE_ENV === 'staging'

let current: Env | undefined

/**
 * The environment of this process, read and checked at the first call. `next build` loads every module without
 * a production environment, so nothing may call this while a module loads, except through `buildSafeEnv`.
 */
export function env(): Env {
  current ??= readEnv(process.env)
  return current
}

/** True while `next build` collects pages: no server runs, so the rules of production do not hold yet. */
const isBuilding = () => process.env.NEXT_PHASE === 'phase-production-build'

/** The environment for what must exist when a module loads (Payload's config), lenient during `next build` alone. */
export function buildSafeEnv(): Env {
  return isBuilding() ? readEnv({ DATA_DIR: process.env.DATA_DIR }) : env()
}
