import { processState } from './process-state'

/**
 * Does work on one thing after the work on it that is already under way in this process: concurrent updates of a
 * document lose or double each other's on both databases. What spans processes needs a unique index besides.
 */
export function inTurn<T>(thing: string, work: () => Promise<T>): Promise<T> {
  const queues = processState('turns', () => new Map<string, Promise<unknown>>())
  const before = queues.get(thing) ?? Promise.resolve()
  const result = before.then(work, work)
  queues.set(thing, result)
  const forget = () => {
    if (queues.get(thing) === result) queues.delete(thing)
  }
  result.then(forget, forget)
  return result
}
