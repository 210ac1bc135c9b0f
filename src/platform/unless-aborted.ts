/** What work gives, or the other value as soon as the signal aborts; the work itself goes on and is forgotten. */
export async function unlessAborted<T>(signal: AbortSignal | undefined, work: Promise<T>, otherwise: T): Promise<T> {
  if (!signal) return work
  let giveUp = () => {}
  const aborted = new Promise<T>((resolve) => {
    giveUp = () => resolve(otherwise)
    if (signal.aborted) giveUp()
    else signal.addEventListener('abort', giveUp)
  })
  try {
    return await Promise.race([work, aborted])
  } finally {
    signal.removeEventListener('abort', giveUp)
  }
}
