import config from '@payload-config'
import { getPayload } from 'payload'
import { startBackground } from './background'
import { stopBackground } from './platform/background'
import { endOnSignal } from './platform/end-of-process'
import { env } from './platform/env'
import { log } from './platform/log'

try {
  env()
  const payload = await getPayload({ config })
  startBackground(payload)
  endOnSignal([stopBackground])
  log().info('The worker is ready')
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exit(1)
}

// A rejection that some library forgot to handle belongs to one piece of work: it must not end the others.
process.on('unhandledRejection', (error) => log().error({ err: error }, 'A rejection was not handled'))
