import { appendFileSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { journalFile, noteErasure, readErasures } from './erasure-journal'

let directory: string

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'journal-'))
})

afterEach(() => {
  rmSync(directory, { recursive: true })
})

const erasure = (id: string) => ({ id, erasedAt: '2026-03-01T00:00:00.000Z', leads: ['l1'], marks: ['m1'] })

describe('the journal of erasures', () => {
  it('is empty where nobody was erased', () => {
    expect(readErasures(journalFile(directory))).toEqual([])
  })

  it('gives back what was noted, each once, in order', async () => {
    for (const id of ['a', 'b', 'a']) await noteErasure(directory, erasure(id))
    expect(readErasures(journalFile(directory))).toEqual([erasure('a'), erasure('b')])
  })

  it('keeps nothing but what an erasure needs, for its owner alone', async () => {
    await noteErasure(directory, { ...erasure('a'), name: 'Jane' } as ReturnType<typeof erasure>)
    expect(readErasures(journalFile(directory))).toEqual([erasure('a')])
    expect(statSync(journalFile(directory)).mode & 0o777).toBe(0o600)
  })

  it('goes on behind a line that a crash cut off', async () => {
    await noteErasure(directory, erasure('a'))
    appendFileSync(journalFile(directory), '{"id":"b","eras')
    await noteErasure(directory, erasure('c'))
    expect(readErasures(journalFile(directory)).map(({ id }) => id)).toEqual(['a', 'c'])
  })

  it('cannot be written into a directory that is not there', async () => {
    await expect(noteErasure(join(directory, 'none'), erasure('a'))).rejects.toThrow('ENOENT')
  })
})
