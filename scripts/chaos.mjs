// `npm run chaos`: the test of what a killed server and a failing mail server may not lose, in full length.
import { spawnSync } from 'node:child_process'
import { buildIfNeeded } from './build-if-needed.mjs'

buildIfNeeded()
const args = ['run', '--project=contract*', 'tests/contract/chaos.test.ts']
const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', ...args], {
  env: { ...process.env, CHAOS_SUBMISSIONS: process.env.CHAOS_SUBMISSIONS || '1000' },
  stdio: ['ignore', 'inherit', 'inherit'],
})
process.exit(status ?? 1)
