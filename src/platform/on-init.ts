import type { Payload } from 'payload'
import { heedConditions } from './conditional-updates'
import { setCurrentPayload } from './current-payload'
import { countQueries } from './query-counter'
import { serialiseUpdates } from './serial-updates'

/** What every process does with its Payload once it has started, scripts and tests included. */
export function onInit(payload: Payload): void {
  setCurrentPayload(payload)
  countQueries(payload)
  serialiseUpdates(payload)
  heedConditions(payload)
}
