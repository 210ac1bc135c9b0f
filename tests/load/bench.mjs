// `npm run bench`: what the production build costs a reader and can bear, as a table. Compare figures of one run only:
// a machine's speed drifts.
import { buildIfNeeded } from '../../scripts/build-if-needed.mjs'
import { availabilityCost } from './availability.mjs'
import { bookingsOf } from './booking.mjs'
import { lighthouseOf, weightOf } from './browser.mjs'
import { submissionsOf } from './form.mjs'
import { mailSink, throughputOf } from './outbox.mjs'
import { bytesOf, nginxServing, rateOf } from './rate.mjs'
import { demoData, editorOf, startSite, startWorker } from './site.mjs'

/** Messages sent by the form; each owes two mails. */
const SUBMISSIONS = 400
/** Meetings booked by the form; each owes two mails. */
const BOOKINGS = 200
const ARTICLE = '/blog/best-backend-frameworks-2024'

const row = (what, value, budget = '') => {
  process.stdout.write(`${what.padEnd(46)} ${String(value).padStart(14)}   ${budget}\n`)
}
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`
const ms = (value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]

/** Milliseconds until a condition holds, looked at every few milliseconds, for ten seconds at most. */
async function until(holds) {
  const start = performance.now()
  while (!(await holds()) && performance.now() - start < 10_000) await new Promise((done) => setTimeout(done, 5))
  return performance.now() - start
}

const availability = await availabilityCost()
row('A month of 20 hosts and 5,000 meetings, median', ms(availability.median), '≤ 20 ms')
row('  the first in a process', ms(availability.first))

buildIfNeeded()
const dataDir = demoData()
const site = await startSite(dataDir)
const text = async (url) => (await fetch(url)).text()

row('Memory, idle', `${site.memory()} MB`)

// Misses: an address with a missing page behind it is rendered each time it is new; the article once after each write.
const edit = await editorOf(dataDir, site.url)
const { docs } = await edit('GET', '/articles?where[slug][equals]=best-backend-frameworks-2024&depth=0&limit=1')
const { id, title } = docs[0]
await text(site.url + ARTICLE)
const misses = []
const published = []
for (let i = 0; i < 7; i++) {
  const changed = `${title} (${i})`
  await edit('PATCH', `/articles/${id}`, { title: changed, _status: 'published' })
  const start = performance.now()
  const html = await text(site.url + ARTICLE)
  misses.push(performance.now() - start)
  published.push(html.includes(changed))
}
row('An article that is not in memory, median', ms(median(misses)))
row('First request after a publish shows it', `${published.filter(Boolean).length} of ${published.length}`, 'all')

const second = await startSite(dataDir)
await text(second.url + ARTICLE)
const elsewhere = []
for (let i = 0; i < 5; i++) {
  const changed = `${title} (again ${i})`
  await edit('PATCH', `/articles/${id}`, { title: changed, _status: 'published' })
  elsewhere.push(await until(async () => (await text(second.url + ARTICLE)).includes(changed)))
}
await edit('PATCH', `/articles/${id}`, { title, _status: 'published' })
second.stop()
row('Publish to visible in another process, slowest', ms(Math.max(...elsewhere)), '≤ 1000 ms')

const weight = await weightOf(site.url + ARTICLE)
row('Article over the wire', kB(weight.total), '≤ 110 kB')
for (const kind of ['document', 'stylesheet', 'script', 'font', 'image'])
  row(`  ${kind}`, kB(weight[kind]), kind === 'script' ? '≤ 8 kB' : '')

const ours = rateOf(site.url + ARTICLE)
if (ours) {
  row('Article, requests per second', Math.round(ours.perSecond), '≥ 15000, or 25 % of nginx')
  row('Article, 99th percentile', ms(ours.p99))
  const nginx = await nginxServing(await bytesOf(site.url + ARTICLE))
  const theirs = nginx && rateOf(nginx.url)
  nginx?.stop()
  if (theirs) {
    row('The same bytes by nginx, requests per second', Math.round(theirs.perSecond))
    row('Ours of nginx', `${((100 * ours.perSecond) / theirs.perSecond).toFixed(0)} %`, '≥ 25 %')
  } else row('nginx', 'not installed')
} else row('Requests per second', 'needs wrk')

const scores = await lighthouseOf(site.url + ARTICLE)
for (const name of ['performance', 'accessibility', 'best-practices', 'seo'])
  row(`Lighthouse mobile, ${name}`, scores[name], '≥ 99')
row('Largest contentful paint, mobile', ms(scores.lcp), '≤ 1200 ms')
row('Memory, peak', `${site.peakMemory()} MB`)
site.stop()

// The form without the work in the background beside it, then that work alone: each is measured by itself.
const sink = await mailSink()
const front = await startSite(dataDir, { BACKGROUND: 'off', TRUSTED_PROXIES: '127.0.0.1' })
const form = await submissionsOf(front.url, SUBMISSIONS)
const bookings = await bookingsOf(front.url, BOOKINGS)
front.stop()
row('Contact form, acknowledged', `${form.acknowledged} of ${SUBMISSIONS}`, 'all')
row('Contact form, submissions per second', Math.round(form.perSecond))
row('Contact form, 99th percentile', ms(form.p99))
row('Meetings booked before limits were met', `${bookings.booked} of ${bookings.tried}`)
row('Bookings per second', Math.round(bookings.perSecond))
row('Bookings, 99th percentile', ms(bookings.p99))
const worker = startWorker(dataDir, { SMTP_URL: sink.url })
const throughput = await throughputOf(sink, 2 * (form.acknowledged + bookings.booked))
worker.stop()
row('Outbox, mails per second', throughput ? Math.round(throughput) : 'not all arrived')
await sink.stop()
process.exit(0)
