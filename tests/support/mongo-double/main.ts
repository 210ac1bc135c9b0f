import { startMongoDouble } from './index'

/** Runs the test double as a process of its own until it is told to stop; prints its address. `PORT` picks the port. */
const double = await startMongoDouble({ port: Number(process.env.PORT ?? 0) })
process.stdout.write(`${double.url}\n`)
process.once('SIGTERM', async () => {
  await double.stop()
  process.exit(0)
})
