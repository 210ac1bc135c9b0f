import { SMTPServer } from 'smtp-server'

const LIMIT_MS = 120_000

/** A mail server that takes everything at once. @returns its address, and the times (ms) at which mails arrived */
export async function mailSink() {
  const arrivals = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _, done) {
      stream.resume()
      stream.on('end', () => {
        arrivals.push(performance.now())
        done()
      })
    },
  })
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `smtp://127.0.0.1:${server.server.address().port}`,
    arrivals,
    stop: () => new Promise((closed) => server.close(closed)),
  }
}

/** Mails per second from the first to the last of so many that are owed; undefined if they did not all arrive in time. */
export async function throughputOf({ arrivals }, owed) {
  for (const start = performance.now(); arrivals.length < owed; await new Promise((done) => setTimeout(done, 20))) {
    if (performance.now() - start > LIMIT_MS) return undefined
  }
  return (arrivals.length - 1) / ((arrivals.at(-1) - arrivals[0]) / 1000)
}
