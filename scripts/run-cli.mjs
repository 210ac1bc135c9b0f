import { spawnSync } from 'node:child_process'

/** Node ended before the command did: at times Node 20 forgets a module it is loading, mostly from a cold disk. */
const UNSETTLED = 13
const TRIES = 3

/**
 * Runs a command of `dist/cli.mjs`, again when Node ended before the command began to.
 * @param options those of `spawnSync`
 * @returns its result
 */
export function runCli(args, options) {
  for (let tries = 1; ; tries++) {
    const result = spawnSync(process.execPath, ['dist/cli.mjs', ...args], options)
    if (result.status !== UNSETTLED || tries === TRIES) return result
  }
}
