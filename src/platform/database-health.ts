import { randomUUID } from 'node:crypto'
import type { Payload, Where } from 'payload'
import { log } from './log'
import { processState } from './process-state'

export type DatabaseHealth = 'ok' | 'cannot be read' | 'cannot be written'

const PROBE = 'health'
const PROBE_LASTS_MS = 60_000
const PATIENCE_MS = 5_000
const KNOWN_FOR_MS = 3_000

/** A database that does not answer is as good as none. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${PATIENCE_MS} ms`)), PATIENCE_MS)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/** A row of its own that is written and removed again, with those that a process which ended in between left behind. */
async function write(payload: Payload): Promise<void> {
  const name = `${PROBE}:${randomUUID()}`
  const now = Date.now()
  const expiresAt = new Date(now + PROBE_LASTS_MS).toISOString()
  await payload.create({ collection: 'leases', data: { name, holder: PROBE, expiresAt }, overrideAccess: true })
  const left: Where = {
    and: [{ holder: { equals: PROBE } }, { expiresAt: { less_than: new Date(now).toISOString() } }],
  }
  await payload.db.deleteMany({ collection: 'leases', where: { or: [{ name: { equals: name } }, left] } })
}

/** Whether the database can be read, and written: a full disk and a lost primary still answer reads. */
export async function probeDatabase(payload: Payload): Promise<DatabaseHealth> {
  let failure: DatabaseHealth = 'cannot be read'
  try {
    await inTime(payload.db.find({ collection: 'leases', limit: 1, pagination: false }))
    failure = 'cannot be written'
    await inTime(write(payload))
    return 'ok'
  } catch (error) {
    log().error({ err: error }, `The database ${failure}`)
    return failure
  }
}

export type DatabaseProbe = { health: DatabaseHealth; seconds: number }

type Known = { until: number; probe: Promise<DatabaseProbe> }

async function timed(payload: Payload): Promise<DatabaseProbe> {
  const start = performance.now()
  const health = await probeDatabase(payload)
  return { health, seconds: (performance.now() - start) / 1000 }
}

/** The same and how long it took, asked of the database every few seconds at most, however many ask. */
export function lastProbe(payload: Payload, now = Date.now()): Promise<DatabaseProbe> {
  const state = processState<{ known?: Known }>('database-health', () => ({}))
  if (!state.known || state.known.until <= now) {
    state.known = { until: now + KNOWN_FOR_MS, probe: timed(payload) }
  }
  return state.known.probe
}

/** How the database was when it was last asked. */
export const databaseHealth = async (payload: Payload): Promise<DatabaseHealth> => (await lastProbe(payload)).health
