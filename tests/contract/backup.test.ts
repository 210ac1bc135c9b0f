import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { backUp } from '@/backup/backup'
import type { Place } from '@/backup/place'
import { restore } from '@/backup/restore'
import { addressMark } from '@/leads/privacy/address-mark'
import { journalFile, noteErasure, readErasures } from '@/leads/privacy/erasure-journal'
import { owe } from '@/mail/outbox'
import { env } from '@/platform/env'
import { contractPayload } from '../support/contract'
import { freePort } from '../support/site'

const root = mkdtempSync(join(tmpdir(), 'site-backup-'))
const { kind } = inject('database')
const PATH = process.env.PATH ?? ''
const start = () => Promise.resolve(payload)

let payload: Payload
let place: Place

beforeAll(async () => {
  payload = await contractPayload()
  const { directory, url } = inject('database')
  // Tests of one run share their data directory: what others erased is not of this backup.
  rmSync(journalFile(directory), { force: true })
  place = { DATA_DIR: directory, DATABASE_URL: url || undefined, PORT: await freePort() }
  for (const program of ['mongodump', 'mongorestore']) {
    const script = `#!/bin/sh\nexec "${process.execPath}" "${resolve('tests/support/fake-mongo-tools.mjs')}" ${program} "$@"\n`
    writeFileSync(join(root, program), script)
    chmodSync(join(root, program), 0o755)
  }
  await payload.create({ collection: 'leads', data: { name: 'Ann Lee', status: 'new' } })
  for (const name of ['Eve', 'Fay']) {
    const { id: lead } = await payload.create({ collection: 'leads', data: { name, status: 'new' } })
    const address = { lead, raw: `${name.toLowerCase()}@example.com` }
    await payload.create({ collection: 'contact-points', data: address })
  }
  const mail = { kind: 'test', to: { address: 'ann@example.com' }, subject: 'Hello', text: 'Hello', html: '' }
  await owe(payload, { key: 'backup:1', ...mail })
})
afterAll(async () => {
  process.env.PATH = PATH
  rmSync(journalFile(place.DATA_DIR), { force: true })
  rmSync(root, { recursive: true, force: true })
  for (const name of readdirSync(place.DATA_DIR).filter((name) => name.startsWith('replaced-'))) {
    rmSync(join(place.DATA_DIR, name), { recursive: true })
  }
})

const backup = join(root, 'backup')
const manifest = () => JSON.parse(readFileSync(join(backup, 'manifest.json'), 'utf8'))

describe('a backup', () => {
  it('holds what the database holds', async () => {
    process.env.PATH = `${root}:${PATH}`
    const said = await backUp(place, backup, start)
    expect(said).toContain(`Backed up ${kind}`)
    expect(manifest()).toMatchObject({ database: kind, counts: { leads: 3, emails: 1 } })
    expect(manifest().migrations).toContain('20261126_014214_initial')
    expect(Object.keys(manifest().files)).toContain(kind === 'sqlite' ? 'site.db' : 'site.archive')
  })

  it('is not made twice in one place', async () => {
    await expect(backUp(place, backup, start)).rejects.toThrow(/not empty/)
  })
})

describe('a restore', () => {
  it('refuses a database that holds something', async () => {
    await expect(restore(place, backup, {}, start)).rejects.toThrow(/holds a site already/)
    expect((await payload.count({ collection: 'leads' })).totalDocs).toBe(3)
  })

  const names = async () => (await payload.find({ collection: 'leads', sort: 'name' })).docs.map(({ name }) => name)

  /** Of SQLite the whole way is tested on the built command, since the database is a file that this process has open. */
  const told: Record<typeof kind, () => Promise<void>> = {
    async sqlite() {
      await expect(restore(place, backup, { replace: true }, start)).rejects.toThrow(/open: stop the site/)
      expect(await names()).toEqual(['Ann Lee', 'Bob', 'Eve', 'Fay'])
    },
    async mongodb() {
      const marksOf = (address: string) => [addressMark(env().PAYLOAD_SECRET, address)]
      const erasedAt = new Date(Date.now() + 60_000).toISOString()
      await noteErasure(root, { id: 'of Eve', erasedAt, leads: [], marks: marksOf('eve@example.com') })
      // Erased from another machine: no journal here tells of it, the database alone does.
      const ofFay = { id: 'of Fay', erasedAt, leads: [], marks: marksOf('fay@example.com') }
      await payload.create({ collection: 'erasures', data: { ...ofFay, by: 'Ann', counts: {}, done: true } })
      const said = await restore(place, backup, { replace: true, erasures: journalFile(root) }, start)
      expect(said).toContain('Erasures that were applied again: 2.')
      expect(readErasures(journalFile(place.DATA_DIR))).toEqual([ofFay])
      expect(said).toMatch(/^Mails paused .*: 1\.$/m)
      expect(await names()).toEqual(['Ann Lee'])
      const { docs: mails } = await payload.find({ collection: 'emails' })
      expect(mails.map(({ state }) => state)).toEqual(['paused'])
      const kept = /What was there before is in (.+)\.$/.exec(said)?.[1] ?? ''
      expect(readFileSync(join(kept, 'site.archive'), 'utf8')).toContain('Bob')
    },
  }

  it('told to replace, puts aside what no process has open, and pauses what the backup owes', async () => {
    await payload.create({ collection: 'leads', data: { name: 'Bob', status: 'new' } })
    await told[kind]()
  })
})
