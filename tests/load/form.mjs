import { request } from 'node:http'

/** People who send at the same time. */
const SENDERS = 16
/** Sent faster after the form was rendered, a message is held. */
const FILL_MS = 3_000

const TAGS = {
  topic: /<option[^>]*>/,
  consent: /<input[^>]*name="consent"[^>]*>/,
  ticket: /<input[^>]*name="ticket"[^>]*>/,
}

/** The hidden and chosen values of these names that a browser would send with the form of a page. */
export async function valuesOf(page, names) {
  const html = await (await fetch(page)).text()
  const valueOf = (name) => html.match(TAGS[name])?.[0].match(/ value="([^"]*)"/)?.[1] ?? ''
  return { ...Object.fromEntries(names.map((name) => [name, valueOf(name)])), attribution: '{}' }
}

/** Sends a form as one person. @returns the status of the answer */
export function post(url, number, values) {
  const fields = { name: `Person ${number}`, email: `person${number}@example.com` }
  const body = String(new URLSearchParams({ ...values, ...fields }))
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
    // Each from a network of their own: what many send from one network is held.
    'x-forwarded-for': `10.${(number >> 8) & 255}.${number & 255}.1`,
  }
  return new Promise((done, fail) => {
    request(url, { method: 'POST', headers }, (response) => {
      response.resume()
      response.on('end', () => done(response.statusCode))
    })
      .on('error', fail)
      .end(body)
  })
}

/**
 * Sends so many messages by the contact form of a site that trusts this machine as a proxy.
 * @returns messages that were acknowledged, those per second, and the 99th percentile of the time to answer (ms)
 */
export async function submissionsOf(url, count) {
  const values = await valuesOf(`${url}/contact`, ['topic', 'consent', 'ticket'])
  await new Promise((done) => setTimeout(done, FILL_MS))
  const times = []
  let next = 0
  let acknowledged = 0
  async function sender() {
    while (next < count) {
      const start = performance.now()
      const number = next++
      if ((await post(`${url}/forms/contact`, number, { ...values, message: `Message ${number}` })) === 303)
        acknowledged += 1
      times.push(performance.now() - start)
    }
  }
  const start = performance.now()
  await Promise.all(Array.from({ length: SENDERS }, sender))
  const seconds = (performance.now() - start) / 1000
  times.sort((a, b) => a - b)
  return { acknowledged, perSecond: acknowledged / seconds, p99: times[Math.ceil(times.length * 0.99) - 1] }
}
