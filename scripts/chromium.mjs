import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]
const isRoot = () => process.getuid?.() === 0

/** Path of a Chromium of this system: `CHROMIUM_PATH`, a usual place, or Debian's package where it may be installed. */
export function findChromium() {
  const found = () => [process.env.CHROMIUM_PATH, ...PLACES].find((path) => path && existsSync(path))
  if (!found() && isRoot() && existsSync('/usr/bin/apt-get')) {
    const options = {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }
    spawnSync('apt-get', ['update', '-qq'], options)
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options)
  }
  const path = found()
  if (!path) {
    process.stderr.write('The end-to-end tests need Chromium: install it, or set CHROMIUM_PATH to a Chrome you have.\n')
    process.exit(1)
  }
  return path
}
