import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FakeSite, fakeSite } from '../../tests/support/fake-site'
import { rawRequest } from '../../tests/support/raw-request'

let site: FakeSite
const directory = mkdtempSync(join(tmpdir(), 'static-'))

beforeAll(async () => {
  mkdirSync(join(directory, 'chunks/(site)'), { recursive: true })
  writeFileSync(join(directory, 'theme-ABC.js'), 'export const theme = 1\n'.repeat(100))
  writeFileSync(join(directory, 'chunks/(site)/a b.css'), 'body{}')
  writeFileSync(join(directory, '.env'), 'SECRET=1')
  site = await fakeSite({}, { directories: { '/assets': directory } })
})
afterAll(async () => {
  await site.stop()
  rmSync(directory, { recursive: true })
})

test('a file of the build is served from memory for ever, compressed', async () => {
  const { status, headers, body } = await rawRequest(site.port, '/assets/theme-ABC.js', {
    headers: { 'accept-encoding': 'br' },
  })
  expect(status).toBe(200)
  expect(headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': 'br',
    'x-content-type-options': 'nosniff',
  })
  expect(body.length).toBeLessThan(200)
  expect(site.asked).not.toContain('/assets/theme-ABC.js')
})

test('its name may hold what an address writes otherwise', async () => {
  const { status, headers } = await rawRequest(site.port, '/assets/chunks/(site)/a%20b.css')
  expect([status, headers['content-type']]).toEqual([200, 'text/css; charset=utf-8'])
})

test.each([
  '/assets/.env',
  '/assets/missing.js',
  '/assets',
  '/assets/chunks',
  '/assets/../package.json',
  '/assets/%2e%2e/package.json',
])('nothing else of the disk is: %s', async (path) => {
  expect((await rawRequest(site.port, path)).status).toBeGreaterThanOrEqual(400)
})

test('a method that writes is 405', async () => {
  expect((await rawRequest(site.port, '/assets/theme-ABC.js', { method: 'POST' })).status).toBe(405)
})
