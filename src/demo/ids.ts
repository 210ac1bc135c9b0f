import { createHash } from 'node:crypto'
import { v7 } from 'uuid'

/** Every demo id carries this moment, so that demo documents sort before anything an editor creates. */
const DEMO_EPOCH = Date.UTC(2023, 10, 1)

/**
 * The id of a demo document: a UUIDv7 derived from its collection and its key (a slug as a rule). The same on
 * every machine, so that content can refer to documents which do not exist yet and an interrupted
 * seeding finds what it already created.
 */
export function demoId(collection: string, key: string): string {
  const digest = createHash('sha256').update(`${collection}:${key}`).digest()
  return v7({ msecs: DEMO_EPOCH, seq: digest.readUInt32BE(16), random: digest.subarray(0, 16) })
}

/** 24 hex digits, the form Payload gives to block, row and link ids inside a document. */
export function rowId(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 24)
}
