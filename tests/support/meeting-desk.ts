import { type Client, signIn } from './sign-in'
import { startSite } from './site'

// What tests of the admin's pages of meetings do to a site with the demo content.

export const DAY_MS = 24 * 3_600_000

/** Books in the API for a caller. */
export const bookFor = (client: Client, name: string, start: string) =>
  client.call<{ id: string }>('POST', '/meetings/book', {
    type: 'desk',
    start,
    name,
    email: `${name.toLowerCase().replaceAll(' ', '.')}@example.com`,
    zone: 'UTC',
    occasion: crypto.randomUUID(),
  })

/** Makes the demo's hosts work from nine to five by the clock of UTC, on every day, and gives them a kind of meeting. */
async function prepareHosts(client: Client): Promise<void> {
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
  const weeklyHours = [{ days, from: '09:00', to: '17:00' }]
  const { docs } = await client.call<{ docs: { id: string }[] }>('GET', '/hosts?depth=0')
  for (const { id } of docs) await client.call('PATCH', `/hosts/${id}`, { timeZone: 'UTC', weeklyHours })
  await client.call('POST', '/meeting-types', {
    name: 'Desk call',
    slug: 'desk',
    length: 30,
    grid: 30,
    bufferBefore: 0,
    bufferAfter: 0,
    noticeHours: 0,
    horizonDays: 60,
    hostsMode: 'fixed',
    hosts: [docs[0]?.id],
    location: { kind: 'video', details: 'https://meet.example.com/{id}' },
    questions: [{ label: 'Which system is it about?', kind: 'line', required: true }],
    active: true,
  })
}

/**
 * A day in the life of a site before the one of a test: two meetings, of Cam Came and Sten Stayed, that are over by now.
 * @returns its data directory
 */
export async function bookedYesterday(): Promise<string> {
  const before = await startSite({ env: { NODE_OPTIONS: '--import=./tests/support/yesterday.mjs' } })
  const client = await signIn(before, 'admin')
  await prepareHosts(client)
  const day = new Date(Date.now() - DAY_MS).toISOString().slice(0, 10)
  const { days } = await client.call<{ days: { times: { start: string }[] }[] }>(
    'GET',
    `/meetings/free?type=desk&day=${day}&days=2&zone=UTC`,
  )
  const [came, stayedAway] = days.flatMap(({ times }) => times)
  await bookFor(client, 'Cam Came', came?.start ?? '')
  await bookFor(client, 'Sten Stayed', stayedAway?.start ?? '')
  await before.stop({ keepData: true })
  return before.dataDir
}
