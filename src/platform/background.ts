import { processState } from './process-state'

/** Ends work in the background; resolves once what was under way is over. */
export type Stop = () => Promise<void>

const background = () => processState<{ stops: Stop[] }>('background', () => ({ stops: [] }))

/** Keeps what ends the work that this process does in the background, for the server, which is another bundle. */
export function keepBackground(...stops: Stop[]): void {
  background().stops.push(...stops)
}

/**
 * Ends the work in the background of this process, all parts at the same time; a second call finds nothing to end.
 * @throws AggregateError of what the parts threw, once all have ended
 */
export async function stopBackground(): Promise<void> {
  const ends = await Promise.allSettled(
    background()
      .stops.splice(0)
      .map((stop) => stop()),
  )
  const errors = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []))
  if (errors.length > 0) throw new AggregateError(errors, 'Work in the background did not end')
}
