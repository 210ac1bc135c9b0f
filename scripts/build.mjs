// `npm run build`: Next's build, then the server, the command line and the pages' small scripts by esbuild.
import { spawnSync } from 'node:child_process'

const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' }

for (const [program, ...args] of [['node_modules/next/dist/bin/next', 'build'], ['scripts/build-server.mjs']]) {
  const { status } = spawnSync(process.execPath, [program, ...args], { env, stdio: ['ignore', 'inherit', 'inherit'] })
  if (status !== 0) process.exit(status ?? 1)
}
