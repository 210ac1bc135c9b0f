import { describe, expect, it } from 'vitest'
import { readEnv } from './env'

const production = {
  NODE_ENV: 'production',
  SITE_URL: 'https://www.example.com',
  PAYLOAD_SECRET: '5f0c6a4be1d3927886fa0bb1c2d9e3a4',
}

describe('the environment', () => {
  it('needs nothing outside production', () => {
    const env = readEnv({ PORT: '4000', SMTP_URL: '', ADMIN_EMAIL: '' })
    expect(env).toMatchObject({ NODE_ENV: 'development', SITE_URL: 'http://localhost:4000', DATA_DIR: './data' })
    expect(env.SMTP_URL).toBeUndefined()
  })

  it('keeps the origin of SITE_URL alone', () => {
    expect(readEnv({ ...production, SITE_URL: 'https://www.example.com/' }).SITE_URL).toBe('https://www.example.com')
  })

  it('believes addresses and ranges of TRUSTED_PROXIES, and by default nobody', () => {
    const { TRUSTED_PROXIES } = readEnv({ TRUSTED_PROXIES: '10.0.0.0/8, ::1' })
    expect(TRUSTED_PROXIES.check('10.1.2.3')).toBe(true)
    expect(TRUSTED_PROXIES.check('::1', 'ipv6')).toBe(true)
    expect(TRUSTED_PROXIES.check('11.0.0.1')).toBe(false)
    expect(readEnv({}).TRUSTED_PROXIES.check('127.0.0.1')).toBe(false)
  })

  it('is of production unless it says staging, with the address that mail goes to', () => {
    expect(readEnv(production).SITE_ENV).toBe('production')
    expect(readEnv(production).STAGING_MAIL_TO).toBeUndefined()
    const staging = { SITE_ENV: 'staging', STAGING_MAIL_TO: 'tests@example.com' }
    expect(readEnv({ ...production, ...staging })).toMatchObject(staging)
  })

  it.each([
    ['SITE_URL', { SITE_URL: '' }],
    ['SITE_URL', { SITE_URL: 'www.example.com' }],
    ['SITE_URL', { SITE_URL: 'ftp://www.example.com' }],
    ['PAYLOAD_SECRET', { PAYLOAD_SECRET: '' }],
    ['PAYLOAD_SECRET', { PAYLOAD_SECRET: 'short' }],
    ['PAYLOAD_SECRET', { PAYLOAD_SECRET: 'change-me-change-me-change-me-change-me' }],
    ['PAYLOAD_SECRET', { PAYLOAD_SECRET: 'a'.repeat(40) }],
    ['PORT', { PORT: 'eighty' }],
    ['PORT', { PORT: '70000' }],
    ['NODE_ENV', { NODE_ENV: 'staging' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://localhost/site' }],
    ['SMTP_URL', { SMTP_URL: 'mail.example.com' }],
    ['TRUSTED_PROXIES', { TRUSTED_PROXIES: '10.0.0.0/99' }],
    ['TRUSTED_PROXIES', { TRUSTED_PROXIES: 'nginx' }],
    ['ADMIN_EMAIL', { ADMIN_EMAIL: 'admin@example.com' }],
    ['ADMIN_EMAIL', { ADMIN_EMAIL: 'admin', ADMIN_PASSWORD: 'long enough to count' }],
    ['ADMIN_PASSWORD', { ADMIN_EMAIL: 'admin@example.com', ADMIN_PASSWORD: 'short' }],
    ['BACKGROUND', { BACKGROUND: 'no' }],
    ['METRICS_TOKEN', { METRICS_TOKEN: 'short' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['SITE_ENV', { SITE_ENV: 'test' }],
    ['STAGING_MAIL_TO', { SITE_ENV: 'staging' }],
    ['STAGING_MAIL_TO', { SITE_ENV: 'staging', STAGING_MAIL_TO: 'a@example.com, b@example.com' }],
    ['STAGING_MAIL_TO', { STAGING_MAIL_TO: 'tests@example.com' }],
  ])('stops a production start with one line that names %s for %j', (name, wrong) => {
    expect(() => readEnv({ ...production, ...wrong })).toThrow(new RegExp(`^${name}: [^\\n]+$`))
  })
})
