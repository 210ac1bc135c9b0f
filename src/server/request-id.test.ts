import { afterEach, expect, test } from 'vitest'
import { dependOn, renderContext, requestId, respond } from '@/platform/render-context'
import { type FakeSite, fakeSite, gate, type Page } from '../../tests/support/fake-site'

let site: FakeSite
afterEach(() => site?.stop())

/** Answers with the id that a line of the log would carry here. */
const page: Page = () => {
  respond({ keep: false })
  return `id ${requestId()}`
}

async function idsOf(path: string, init?: RequestInit): Promise<[said: string, answered: string]> {
  const answer = await site.get(path, init)
  return [(await answer.text()).trim(), `id ${answer.headers.get('x-request-id')}`]
}

test.each([
  ['a page', '/blog', {}],
  ['a form', '/forms/contact', { method: 'POST', body: 'a=1' }],
  ['the check of health', '/healthz', {}],
  ['the admin', '/admin', {}],
  ['the API', '/api/articles', { method: 'POST', body: '{}' }],
  ['a file', '/media/a', {}],
])('%s is answered under the id that its visitor gets', async (_, path, init) => {
  site = await fakeSite({
    '*': page,
    '/healthz': ({ res }) => void res.setHeader('content-type', 'application/json').end(`id ${requestId()}`),
  })
  const [said, answered] = await idsOf(path, init)
  expect(said).toBe(answered)
  expect(answered).toMatch(/^id [\da-f-]{36}$/)
})

test('the page behind a form carries the id of the form', async () => {
  site = await fakeSite({
    '/forms/contact': () => {
      respond({ renderInstead: { url: '/contact', status: 422, form: {} } })
      return ''
    },
    '/contact': page,
  })
  const [said, answered] = await idsOf('/forms/contact', { method: 'POST', body: 'a=1' })
  expect(said).toBe(answered)
})

test('a render that answers several carries the id of the first, and a kept page that of whoever had it rendered', async () => {
  const [started, finish] = [gate(), gate()]
  site = await fakeSite({
    '/': async () => {
      dependOn('articles')
      started.open()
      await finish.passed
      return `id ${requestId()} ${renderContext()?.preview}`
    },
  })
  const first = idsOf('/')
  await started.passed
  const second = idsOf('/')
  finish.open()
  const [[said, answered], [saidAgain, answeredAgain]] = await Promise.all([first, second])
  expect(said).toBe(`${answered} false`)
  expect(saidAgain).toBe(said)
  expect(answeredAgain).not.toBe(answered)
  expect((await idsOf('/'))[0]).toBe(said)
})
