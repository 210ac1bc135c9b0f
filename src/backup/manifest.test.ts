import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { manifestFile, mismatch, newManifest, readManifest } from './manifest'

const manifest = newManifest({
  version: '1.2.0',
  createdAt: '2026-11-26T08:00:00.000Z',
  database: 'sqlite',
  migrations: ['a', 'b'],
  counts: { leads: 3 },
  files: { 'site.db': 'a'.repeat(64) },
})

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'site-manifest-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

const write = (content: unknown) =>
  writeFileSync(manifestFile(directory), typeof content === 'string' ? content : JSON.stringify(content))

describe('readManifest', () => {
  it('reads what was written', () => {
    write(manifest)
    expect(readManifest(directory)).toEqual(manifest)
  })

  it('takes a directory without one for a backup that did not come to its end', () => {
    expect(() => readManifest(directory)).toThrow(/not a whole backup/)
  })

  it.each([
    ['half of it', JSON.stringify(manifest).slice(0, 60)],
    ['a hash that is none', { ...manifest, files: { 'site.db': 'abc' } }],
    ['a file outside of the backup', { ...manifest, files: { '../site.db': 'a'.repeat(64) } }],
    ['another database', { ...manifest, database: 'postgres' }],
  ])('refuses %s', (_, content) => {
    write(content)
    expect(() => readManifest(directory)).toThrow(/broken/)
  })
})

describe('a backup cannot be restored', () => {
  const here = { database: 'sqlite' as const, migrations: ['a', 'b', 'c'] }

  it('by an older version, which does not know its schema or its form', () => {
    expect(mismatch(manifest, { ...here, migrations: ['a'] })).toMatch(/newer version \(1\.2\.0\)/)
    expect(mismatch({ ...manifest, format: 2 }, here)).toMatch(/newer/)
  })

  it('into another kind of database', () => {
    expect(mismatch(manifest, { ...here, database: 'mongodb' })).toMatch(/of sqlite/)
  })

  it('otherwise it can, by a newer version too', () => {
    expect(mismatch(manifest, { ...here, migrations: ['a', 'b', 'c'] })).toBeUndefined()
  })
})
