import pino, { type DestinationStream, type Logger } from 'pino'
import { loggable, maskAddresses } from './log-privacy'
import { processState } from './process-state'
import { requestId } from './render-context'

/**
 * What was refused to somebody, if that is all a line says: Payload logs each refusal as an error with its stack, though
 * nothing is wrong with the site.
 */
function refusalIn(values: unknown[]): Error | undefined {
  const [only, ...rest] = values
  if (rest.length > 0 || typeof only !== 'object' || only === null || !('err' in only)) return undefined
  const { err, ...more } = only
  const status = err instanceof Error && 'status' in err ? Number(err.status) : 500
  return err instanceof Error && status >= 400 && status < 500 && Object.keys(more).length === 0 ? err : undefined
}

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
        logMethod([first, ...rest], method, level) {
          const refusal = level === pino.levels.values.error ? refusalIn([first, ...rest]) : undefined
          if (refusal) return this.info(`Refused: ${refusal.message}`)
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
