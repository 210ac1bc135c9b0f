import { chromium } from '@playwright/test'
import lighthouse from 'lighthouse'
import { findChromium } from '../../scripts/chromium.mjs'
import { freePort } from './site.mjs'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const executablePath = findChromium()

/** Bytes over the wire of a page in an empty browser, by kind of resource. */
export async function weightOf(url) {
  const browser = await chromium.launch({ executablePath, args: FLAGS })
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
  const sizes = { document: 0, stylesheet: 0, script: 0, font: 0, image: 0, other: 0 }
  const counted = []
  page.on('requestfinished', (request) => {
    const kind = request.resourceType() in sizes ? request.resourceType() : 'other'
    counted.push(
      request.sizes().then(({ responseBodySize, responseHeadersSize }) => {
        sizes[kind] += responseBodySize + responseHeadersSize
      }),
    )
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  await Promise.all(counted)
  await browser.close()
  return { ...sizes, total: Object.values(sizes).reduce((sum, size) => sum + size, 0) }
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]

/** Lighthouse's four mobile scores (0 to 100) and the largest contentful paint (ms), the median of some runs. */
export async function lighthouseOf(url, runs = 3) {
  const port = await freePort()
  const browser = await chromium.launch({ executablePath, args: [...FLAGS, `--remote-debugging-port=${port}`] })
  const reports = []
  for (let run = 0; run < runs; run++) {
    const result = await lighthouse(url, { port, output: 'json', logLevel: 'error' })
    const { categories, audits } = result.lhr
    reports.push({
      ...Object.fromEntries(Object.entries(categories).map(([name, { score }]) => [name, Math.round(score * 100)])),
      lcp: audits['largest-contentful-paint'].numericValue,
    })
  }
  await browser.close()
  return Object.fromEntries(
    Object.keys(reports[0]).map((name) => [name, median(reports.map((report) => report[name]))]),
  )
}
