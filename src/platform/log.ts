import pino, { type DestinationStream, type Logger } from 'pino'
import { loggable, maskAddresses } from './log-privacy'
import { processState } from './process-state'
import { requestId } from './render-context'

/**
 * A log of one JSON line per event, with the id of the request it was written for. Whoever logs an error logs what
 * somebody typed: so errors are described, and addresses masked, whatever the caller hands over.
 * @param destination where the lines go
 */
export function createLog(destination: DestinationStream, level = 'info'): Logger {
  return pino(
    {
      level,
      base: { pid: process.pid },
      // Without it pino's own takes what is described already for an error.
      serializers: { err: (value: unknown) => (value instanceof Error ? loggable(value) : value) },
      mixin: () => {
        const id = requestId()
        return id ? { id } : {}
      },
      hooks: {
        logMethod([first, ...rest], method) {
          // pino names a bare error so itself, as long as it is one.
          const named: unknown = first instanceof Error ? { err: first } : first
          method.apply(this, [named, ...rest].map((arg) => loggable(arg)) as Parameters<typeof method>)
        },
        streamWrite: maskAddresses,
      },
    },
    destination,
  )
}

/** The log of this process: one JSON line per event on the standard error stream, no personal data above `debug`. */
export const log = (): Logger =>
  processState('log', () => createLog(pino.destination(2), process.env.LOG_LEVEL || 'info'))
