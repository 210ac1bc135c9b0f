import { afterEach, expect, test } from 'vitest'
import {
  clearPages,
  dependOn,
  invalidatePages,
  newContext,
  outsideContext,
  renderContext,
  respond,
  runInContext,
  runWrites,
  setPageKeeper,
} from './render-context'

const silent = { invalidate: () => undefined, clear: () => undefined }
afterEach(() => setPageKeeper(silent))

test('what is read while a page renders is recorded with that page, across waits', async () => {
  const [a, b] = [newContext(), newContext()]
  await Promise.all([
    runInContext(a, async () => {
      dependOn('articles')
      await new Promise((done) => setImmediate(done))
      dependOn('articles:1', 'settings')
    }),
    runInContext(b, async () => dependOn('search')),
  ])
  expect([...a.dependencies]).toEqual(['articles', 'articles:1', 'settings'])
  expect([...b.dependencies]).toEqual(['search'])
})

test('without a page nothing is recorded, and nothing breaks', () => {
  dependOn('articles')
  respond({ status: 404 })
  expect(renderContext()).toBeUndefined()
})

test('a timer started outside has no page around it', async () => {
  const inside = await runInContext(
    newContext(),
    () => new Promise((done) => outsideContext(() => setImmediate(() => done(renderContext())))),
  )
  expect(inside).toBeUndefined()
})

test('of several words the last holds, of several ends the earliest', () => {
  const context = newContext()
  runInContext(context, () => {
    respond({ status: 404, until: new Date(2) })
    respond({ status: 410, until: new Date(1) })
    respond({ keep: false })
    respond({ until: new Date(3) })
  })
  expect(context).toMatchObject({ status: 410, keep: false, until: new Date(1) })
})

test('tags of a write reach the pages, and are collected with the request that wrote', async () => {
  const reached: string[] = []
  setPageKeeper({ ...silent, invalidate: (tags) => void reached.push(...tags) })
  const [mine, other] = [new Set<string>(), new Set<string>()]
  await runWrites(mine, async () => {
    await runWrites(other, async () => invalidatePages(['settings']))
    invalidatePages(['articles'])
  })
  invalidatePages(['search'])
  expect(reached).toEqual(['settings', 'articles', 'search'])
  expect([[...mine], [...other]]).toEqual([['articles'], ['settings']])
})

test('other instances of this module share its state: the bundles of one process are such', async () => {
  const other = (await import('./render-context?again' as string)) as typeof import('./render-context')
  expect(other.dependOn).not.toBe(dependOn)
  const context = newContext()
  runInContext(context, () => other.dependOn('articles'))
  expect([...context.dependencies]).toEqual(['articles'])
  let cleared = false
  setPageKeeper({ ...silent, clear: () => void (cleared = true) })
  other.clearPages()
  expect(cleared).toBe(true)
  expect(clearPages).not.toBe(other.clearPages)
})
