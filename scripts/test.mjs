// `npm test`: every runner, on one build, and one closing line that is added up from the runners' own reports.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { buildIfNeeded } from './build-if-needed.mjs'
import { findChromium } from './chromium.mjs'

const REPORTS = 'test-results'
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', CHROMIUM_PATH: findChromium() }

function run(args) {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'inherit', 'inherit'] })
    child.on('exit', (code) => done(code ?? 1))
  })
}

/** Counts of a report; a runner that failed without a failed test (it did not start, a file did not load) counts as one. */
function counted(code, read) {
  try {
    const { passed, failed } = read()
    return { passed, failed: code !== 0 && failed === 0 ? 1 : failed }
  } catch (error) {
    process.stderr.write(`No report: ${error.message}\n`)
    return { passed: 0, failed: 1 }
  }
}

const report = (name) => JSON.parse(readFileSync(`${REPORTS}/${name}.json`, 'utf8'))

async function vitest(project) {
  const code = await run([
    'node_modules/vitest/vitest.mjs',
    'run',
    // `contract*`: one project for each database.
    `--project=${project}*`,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${REPORTS}/${project}.json`,
  ])
  return counted(code, () => {
    const { numPassedTests, numFailedTests } = report(project)
    return { passed: numPassedTests, failed: numFailedTests }
  })
}

async function playwright() {
  const code = await run(['node_modules/@playwright/test/cli.js', 'test'])
  return counted(code, () => {
    const { expected, flaky, unexpected } = report('e2e').stats
    return { passed: expected + flaky, failed: unexpected }
  })
}

rmSync(REPORTS, { recursive: true, force: true })
mkdirSync(REPORTS)
const results = [await vitest('unit')]
buildIfNeeded(env)
// Both databases side by side, then the browser alone: it waits for what people would see, and starves beside them.
results.push(await vitest('contract'), await playwright())

const sum = (key) => results.reduce((total, result) => total + result[key], 0)
process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed\n`)
process.exit(sum('failed') === 0 ? 0 : 1)
