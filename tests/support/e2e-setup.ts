import { rmSync } from 'node:fs'
import { demoData, startSite } from './site'

/** One site with the demo content for every test that only reads; tests that write start their own on a copy. */
export default async function setup() {
  const template = demoData()
  process.env.DEMO_DATA = template
  const site = await startSite()
  process.env.SHARED_SITE = site.url
  return async () => {
    await site.stop()
    rmSync(template, { recursive: true, force: true })
  }
}
