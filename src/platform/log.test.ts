import { describe, expect, it } from 'vitest'
import { createLog } from './log'
import { newContext, outsideContext, runInContext, runWrites } from './render-context'

type Line = { msg?: string; err?: Record<string, unknown>; id?: string } & Record<string, unknown>

/** A log whose lines are kept; each is read as JSON, so a line that a mask has broken fails its test. */
function captured(level?: string) {
  const written: string[] = []
  const logger = createLog({ write: (line) => void written.push(line) }, level)
  return { logger, text: () => written.join(''), lines: () => written.map((line) => JSON.parse(line) as Line) }
}

/** What a line says of an error that was logged as `err`. */
function described(error: unknown): { err: Record<string, unknown>; text: string } {
  const { logger, lines, text } = captured()
  logger.error({ err: error }, 'It failed')
  return { err: lines()[0]?.err ?? {}, text: text() }
}

const drizzleError = () =>
  Object.assign(
    new Error(
      'Failed query: insert into "leads" ("name", "email") values (?, ?) returning json(\'Bob Jones\')\nparams: Ann Miller,ann@example.com,Call me\n    at noon please,7',
      { cause: Object.assign(new Error('UNIQUE constraint failed: leads.email'), { code: 'SQLITE_CONSTRAINT' }) },
    ),
    { query: 'insert', params: ['Ann Miller', 'ann@example.com'] },
  )

describe('an error in the log', () => {
  it('has its type, message, code, status, stack and cause, and nothing else', () => {
    const error = Object.assign(new TypeError('Broken', { cause: 'the disk' }), {
      code: 'EBROKEN',
      status: 422,
      data: { name: 'Ann Miller' },
      keyValue: { name: 'Ann Miller' },
    })
    const { err, text } = described(error)
    expect(Object.keys(err)).toEqual(['type', 'message', 'code', 'status', 'stack', 'cause'])
    expect(err).toMatchObject({ type: 'TypeError', message: 'Broken', code: 'EBROKEN', status: 422, cause: 'the disk' })
    expect(err.stack).toMatch(/^TypeError: Broken\n {4}at .*log\.test\.ts/)
    expect(text).not.toContain('Ann')
  })

  it('says which query failed and not with which values', () => {
    const { err, text } = described(drizzleError())
    expect(err.message).toMatch(/^Failed query: insert into "leads" .*params: …$/s)
    expect(err.cause).toMatchObject({ code: 'SQLITE_CONSTRAINT', message: 'UNIQUE constraint failed: leads.email' })
    expect(err.stack).toContain('log.test.ts')
    expect(text).not.toMatch(/Ann|Bob|Call me|noon|ann@/)
  })

  it.each([
    [
      'E11000 duplicate key error collection: site.users index: name_1 dup key: { name: "Ann Miller" }',
      'index: name_1',
    ],
    ['Cast to ObjectId failed for value "Ann Miller" (type string) at path "_id"', 'at path'],
    ['Unexpected token \'A\', "Ann Miller, \\"x\\"" is not valid JSON', 'is not valid JSON'],
    ['Expected \',\' in JSON, ..."name: Ann Miller"... is not valid JSON', 'Expected'],
  ])('loses the values of: %s', (message, stays) => {
    const { err, text } = described(new Error(message))
    expect(err.message).toContain(stays)
    expect(text).not.toContain('Ann')
  })

  it('loses a cause that is no error: Payload puts the document there', () => {
    const { err, text } = described(new Error('Invalid', { cause: { data: { name: 'Ann Miller' } } }))
    expect(err).not.toHaveProperty('cause')
    expect(text).not.toContain('Ann')
  })

  it('may be its own cause', () => {
    const error = new Error('Round')
    error.cause = error
    expect(described(error).err.message).toBe('Round')
  })

  it('says nothing more wherever a caller puts it', () => {
    const { logger, lines, text } = captured()
    const error = drizzleError()
    logger.error(error)
    logger.error({ err: error })
    logger.error({ error })
    logger.error({ deep: [{ error }] }, 'Twice: %s', error.message)
    logger.error(error.message)
    logger.child({ part: 'a' }).error({ err: error, msg: error.message })
    expect(lines()).toHaveLength(6)
    expect(lines()[0]).toMatchObject({ msg: expect.stringContaining('Failed query'), err: { type: 'Error' } })
    expect(text()).not.toMatch(/Ann|Bob|Call me|ann@/)
  })
})

describe('what was refused to somebody', () => {
  const refusal = (status: number) => Object.assign(new Error('This time is not free.'), { status })

  it('is no error of the site: its words alone are written', () => {
    const { logger, lines } = captured()
    for (const status of [400, 403, 499]) logger.error({ err: refusal(status) })
    for (const line of lines()) expect(line).toMatchObject({ level: 30, msg: 'Refused: This time is not free.' })
    expect(lines()).toHaveLength(3)
    expect(lines()[0]).not.toHaveProperty('err')
  })

  it('stays an error where the site itself was refused, or failed', () => {
    const { logger, lines } = captured()
    logger.error({ err: refusal(500) })
    logger.error({ err: refusal(400) }, 'Completing a message failed')
    logger.error({ err: refusal(400), msg: 'Completing a meeting failed', meeting: '1' })
    expect(lines().map(({ level, err }) => [level, err?.message])).toEqual(
      [50, 50, 50].map((level) => [level, 'This time is not free.']),
    )
  })
})

describe('an e-mail address in a line', () => {
  it('keeps its domain alone, at any depth and in any spelling', () => {
    const { logger, lines, text } = captured()
    const reply = '550 5.1.1 <Ann.Miller+news@mail.example.com>: no such user\nann@example.com\tünal@bücher.example'
    logger.warn({ reply, list: [{ to: '"Ann Miller"@example.com' }] }, 'To ann@example.com, bob@example.com.')
    expect(lines()[0]).toMatchObject({
      reply: '550 5.1.1 <…@mail.example.com>: no such user\n…@example.com\t…@bücher.example',
      list: [{ to: '…@example.com' }],
      msg: 'To …@example.com, …@example.com.',
    })
    expect(text()).not.toMatch(/ann|bob|nal@|Miller/i)
  })

  it('is told apart from names of packages, and from text without any', () => {
    const { logger, lines } = captured()
    const path = '/app/node_modules/@payloadcms/next/dist/a.js and "x" \\ @ home'
    logger.info({ path }, 'pino@10.4.0')
    expect(lines()[0]).toMatchObject({ path, msg: 'pino@10.4.0' })
  })

  it('costs a long line no more than its length', () => {
    const { logger } = captured()
    const start = performance.now()
    logger.info(`${'a'.repeat(300_000)} @`)
    expect(performance.now() - start).toBeLessThan(2_000)
  })
})

describe('the id of a request in a line', () => {
  it('is that of the render or the write around it', async () => {
    const { logger, lines } = captured()
    await runInContext(newContext({ id: 'render' }), async () => {
      await Promise.resolve()
      logger.info('a')
      outsideContext(() => logger.info('b'))
    })
    await runWrites(new Set(), async () => logger.info('c'), 'write')
    logger.info('d')
    expect(lines().map(({ id }) => id)).toEqual(['render', undefined, 'write', undefined])
  })

  it('gives way to one that the caller names', () => {
    const { logger, lines } = captured()
    runInContext(newContext({ id: 'render' }), () => logger.info({ id: 'own' }, 'a'))
    expect(lines()[0]?.id).toBe('own')
  })
})

it('writes nothing below its level', () => {
  const { logger, lines } = captured('warn')
  logger.info('a')
  logger.warn('b')
  expect(lines().map(({ msg }) => msg)).toEqual(['b'])
})
