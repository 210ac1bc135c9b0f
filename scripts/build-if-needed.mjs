import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const SOURCES = [
  'app',
  'src',
  'scripts',
  'payload.config.ts',
  'next.config.mjs',
  'instrumentation.ts',
  'package-lock.json',
  'tsconfig.json',
  'postcss.config.mjs',
]
const OUTPUTS = ['.next/BUILD_ID', 'dist/server.mjs', 'dist/cli.mjs', 'dist/worker.mjs']

/** Time of the newest file under a path, in milliseconds. */
function newest(path) {
  if (!existsSync(path)) return 0
  const stat = statSync(path)
  return stat.isDirectory() ? Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name)))) : stat.mtimeMs
}

/** Builds unless every output is younger than every source. */
export function buildIfNeeded(env = process.env) {
  const built = Math.min(...OUTPUTS.map(newest))
  if (built > Math.max(...SOURCES.map(newest))) return
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs'], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0) process.exit(status ?? 1)
}
