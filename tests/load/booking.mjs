import { post, valuesOf } from './form.mjs'

const TYPE = 'intro-call'
/** People who book at the same time. */
const GUESTS = 8
const DAY_MS = 24 * 3_600_000

/** Beginnings that are free, day by day, until there are so many. */
async function freeTimes(url, count) {
  const starts = new Set()
  for (let day = 1; day < 60 && starts.size < count; day++) {
    const date = new Date(Date.now() + day * DAY_MS).toISOString().slice(0, 10)
    const html = await (await fetch(`${url}/book/${TYPE}?day=${date}&zone=UTC`)).text()
    for (const [, start] of html.matchAll(/ value="(\d{4}-\d\d-\d\dT[\d:.]+Z)"/g)) starts.add(start)
  }
  return [...starts].slice(0, count)
}

/**
 * Books so many different times of the demo's team by the form of the site.
 * @returns meetings that were booked, those per second, and the 99th percentile of the time to answer (ms)
 */
export async function bookingsOf(url, count) {
  const starts = await freeTimes(url, count)
  const values = await valuesOf(`${url}/book/${TYPE}`, ['consent', 'ticket'])
  const times = []
  let next = 0
  let booked = 0
  async function guest() {
    while (next < starts.length) {
      const number = next++
      const fields = { intent: 'book', type: TYPE, zone: 'UTC', start: starts[number] }
      const start = performance.now()
      if ((await post(`${url}/forms/book`, number, { ...values, ...fields })) === 303) booked += 1
      times.push(performance.now() - start)
    }
  }
  const start = performance.now()
  await Promise.all(Array.from({ length: GUESTS }, guest))
  const seconds = (performance.now() - start) / 1000
  times.sort((a, b) => a - b)
  return { booked, tried: starts.length, perSecond: booked / seconds, p99: times[Math.ceil(times.length * 0.99) - 1] }
}
