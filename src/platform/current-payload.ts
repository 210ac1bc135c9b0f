import type { Payload } from 'payload'
import { processState } from './process-state'

const holder = () => processState<{ payload?: Payload }>('payload', () => ({}))

/** Remembers the started Payload of this process; called once, by its `onInit`. */
export function setCurrentPayload(payload: Payload): void {
  holder().payload = payload
}

/**
 * The Payload of this process. Not `getPayload({ config })`: the config imports the features, which import this.
 * @throws Error when Payload has not been started.
 */
export function currentPayload(): Payload {
  const { payload } = holder()
  if (!payload) throw new Error('Payload has not been started in this process')
  return payload
}
