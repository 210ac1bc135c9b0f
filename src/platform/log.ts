import pino, { type Logger } from 'pino'
import { processState } from './process-state'

/** The log of this process: one JSON line per event on the standard error stream, no personal data above `debug`. */
export const log = (): Logger =>
  processState('log', () =>
    pino({ level: process.env.LOG_LEVEL || 'info', base: { pid: process.pid } }, pino.destination(2)),
  )
