import { Script } from 'node:vm'

/** Calls what it is given: being a script of its own, it can be ended from outside. */
const CALL = new Script('work()')

/**
 * Does a piece of synchronous work, and ends it if it takes too long, an endless loop within a library included.
 * @throws an error with the code `ERR_SCRIPT_EXECUTION_TIMEOUT`, or what the work throws
 */
export function withinTime<T>(milliseconds: number, work: () => T): T {
  return CALL.runInNewContext({ work }, { timeout: milliseconds })
}
