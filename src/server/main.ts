import { resolve } from 'node:path'
import next from 'next'
import { stopBackground } from '@/platform/background'
import { endOnSignal } from '@/platform/end-of-process'
import { env, isStaging, readEnv } from '@/platform/env'
import { log } from '@/platform/log'
import { siteServer } from './site-server'

/** Ends the start with one clear line. */
function refuse(reason: string): never {
  process.stderr.write(`${reason}\n`)
  process.exit(1)
}

try {
  readEnv(process.env)
} catch (error) {
  refuse((error as Error).message)
}

const { HOST, METRICS_TOKEN, NODE_ENV, PAYLOAD_SECRET, PORT, SITE_URL, TRUSTED_PROXIES } = env()
const development = NODE_ENV !== 'production'

const app = next({ dev: development, dir: process.cwd(), hostname: HOST, port: PORT })
await app.prepare()

const { server, stop } = await siteServer({
  app: app.getRequestHandler(),
  origin: SITE_URL,
  proxies: TRUSTED_PROXIES,
  secret: PAYLOAD_SECRET,
  hidden: isStaging(env()),
  metricsToken: METRICS_TOKEN,
  directories: {
    '/assets': resolve('dist/assets'),
    ...(development ? {} : { '/_next/static': resolve('.next/static') }),
  },
  // Development shows each change of the code at once, and leaves scripts in for the client that reloads the page.
  cache: development ? { maxBytes: 1, maxMissingBytes: 1 } : {},
  render: { keepScripts: development },
})
if (development) server.on('upgrade', app.getUpgradeHandler())

server.on('error', (error: NodeJS.ErrnoException) => {
  const reason = error.code === 'EADDRINUSE' ? `port ${PORT} is taken; set PORT to another one` : error.message
  refuse(`The site cannot listen: ${reason}`)
})
server.listen(PORT, HOST, () => log().info({ url: SITE_URL }, 'The site is ready'))

// A rejection that some library forgot to handle belongs to one request: it must not end the site for all others.
process.on('unhandledRejection', (error) => log().error({ err: error }, 'A rejection was not handled'))

// Visitors first: what they just sent may still owe a mail.
endOnSignal([stop, stopBackground])
