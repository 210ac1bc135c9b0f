import { describe, expect, it } from 'vitest'
import { inTurn } from './in-turn'

describe('work in turn', () => {
  it('on one thing never overlaps', async () => {
    let running = 0
    let most = 0
    const work = async () => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setImmediate(resolve))
      running--
    }
    await Promise.all(Array.from({ length: 10 }, () => inTurn('a', work)))
    expect(most).toBe(1)
  })

  it('on different things does not wait', async () => {
    const never = new Promise<void>(() => {})
    void inTurn('stuck', () => never)
    expect(await inTurn('free', async () => 'done')).toBe('done')
  })

  it('goes on after a failure, which its own caller hears of', async () => {
    const failing = inTurn('b', async () => {
      throw new Error('no')
    })
    const next = inTurn('b', async () => 'yes')
    await expect(failing).rejects.toThrow('no')
    expect(await next).toBe('yes')
  })
})
