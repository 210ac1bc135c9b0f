import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { putBack, setAside } from './place'

let DATA_DIR: string

beforeEach(() => {
  DATA_DIR = mkdtempSync(join(tmpdir(), 'place-'))
  mkdirSync(join(DATA_DIR, 'media'))
  writeFileSync(join(DATA_DIR, 'site.db'), 'data')
  writeFileSync(join(DATA_DIR, 'media', 'a.png'), 'picture')
})

afterEach(() => rmSync(DATA_DIR, { recursive: true }))

const paths = () => [join(DATA_DIR, 'site.db'), join(DATA_DIR, 'media')]

it('what is set aside can be put back, in place of what came since', () => {
  const kept = setAside({ DATA_DIR }, paths())
  expect(paths().some(existsSync)).toBe(false)
  writeFileSync(join(DATA_DIR, 'site.db'), 'restored')
  putBack(kept, paths())
  expect(readFileSync(join(DATA_DIR, 'site.db'), 'utf8')).toBe('data')
  expect(readFileSync(join(DATA_DIR, 'media', 'a.png'), 'utf8')).toBe('picture')
})

it('a part that cannot be moved leaves all parts where they are', () => {
  // A directory cannot take the place of a file, and this one has the name of the first part.
  const stuck = join(DATA_DIR, 'elsewhere', 'site.db')
  mkdirSync(stuck, { recursive: true })
  expect(() => setAside({ DATA_DIR }, [...paths(), stuck])).toThrow()
  expect(readFileSync(join(DATA_DIR, 'site.db'), 'utf8')).toBe('data')
  expect(existsSync(join(DATA_DIR, 'media', 'a.png'))).toBe(true)
  expect(existsSync(stuck)).toBe(true)
})
