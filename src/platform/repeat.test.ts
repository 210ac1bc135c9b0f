import type { Payload } from 'payload'
import { describe, expect, it } from 'vitest'
import { repeat } from './repeat'

const errors: unknown[] = []
const payload = { logger: { error: (entry: unknown) => errors.push(entry) } } as unknown as Payload

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

describe('repeated work', () => {
  it('is waited for by whoever stops it, and not begun again', async () => {
    let begun = 0
    let ended = 0
    const stop = repeat(payload, 'Working', 1, async () => {
      begun++
      await pause(40)
      ended++
    })
    await expect.poll(() => begun, { interval: 1 }).toBe(2)
    await stop()
    expect(ended).toBe(2)
    await pause(20)
    expect(begun).toBe(2)
  })

  it('stops between two times', async () => {
    let times = 0
    const stop = repeat(payload, 'Working', 10, async () => {
      times++
    })
    await stop()
    await pause(30)
    expect(times).toBe(1)
  })

  it('goes on after a failure, which is logged', async () => {
    let times = 0
    const stop = repeat(payload, 'Working', 1, async () => {
      if (++times === 1) throw new Error('no')
    })
    await expect.poll(() => times, { interval: 1 }).toBeGreaterThan(1)
    await stop()
    expect(errors).toMatchObject([{ msg: 'Working failed', err: new Error('no') }])
  })
})
