/** Runs once in each server process, before the first request. */
export async function register() {
  // Next compiles this file for its edge runtime too, where none of it exists.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { start } = await import('./src/start')
  await start()
}
