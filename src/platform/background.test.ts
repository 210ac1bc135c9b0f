import { afterEach, describe, expect, it } from 'vitest'
import { keepBackground, stopBackground } from './background'
import { endOfProcess } from './end-of-process'

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))
const never = () => new Promise<void>(() => {})

afterEach(() => stopBackground())

describe('work in the background', () => {
  it('is ended once, and waited for, although a part of it fails', async () => {
    const ended: string[] = []
    keepBackground(
      async () => {
        throw new Error('no')
      },
      async () => {
        await pause(20)
        ended.push('mail')
      },
    )
    await expect(stopBackground()).rejects.toThrow('did not end')
    expect(ended).toEqual(['mail'])
    await stopBackground()
    expect(ended).toEqual(['mail'])
  })
})

describe('the end of a process', () => {
  it('takes one step after the other', async () => {
    const steps: string[] = []
    const step = (name: string, ms: number) => async () => {
      await pause(ms)
      steps.push(name)
    }
    expect(await endOfProcess([step('server', 20), step('mail', 1)], 5_000)).toBe('done')
    expect(steps).toEqual(['server', 'mail'])
  })

  it('takes the next step although one failed, and says so', async () => {
    let wasTaken = false
    const failing = async () => {
      throw new Error('no')
    }
    const next = async () => {
      wasTaken = true
    }
    expect(await endOfProcess([failing, next], 5_000)).toBe('failed')
    expect(wasTaken).toBe(true)
  })

  it('does not wait longer than it may', async () => {
    const startedAt = Date.now()
    expect(await endOfProcess([never], 50)).toBe('late')
    expect(Date.now() - startedAt).toBeLessThan(2_000)
  })
})
