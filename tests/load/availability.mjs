import { build } from 'esbuild'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const HOSTS = 20
const MEETINGS = 5_000
const ROUNDS = 41
const ZONES = ['Asia/Ho_Chi_Minh', 'America/New_York', 'Europe/Kyiv', 'Asia/Kolkata', 'UTC', 'Australia/Lord_Howe']
const NOW = Date.parse('2027-03-01T00:00Z')

async function compiled() {
  const { outputFiles } = await build({
    entryPoints: ['src/booking/availability/slots.ts'],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
  })
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
}

/** A busy team: each host has many meetings spread over the month, in a quarter of an hour's steps. */
function hostOf(number) {
  const meetings = Array.from({ length: MEETINGS / HOSTS }, (_, meeting) => {
    const start = NOW + Math.floor((meeting * 30 * DAY) / (MEETINGS / HOSTS) / (15 * MINUTE)) * 15 * MINUTE
    return { id: `${number}-${meeting}`, start, end: start + 30 * MINUTE, bufferBefore: 5, bufferAfter: 10 }
  })
  const workday = [
    { from: 540, to: 720 },
    { from: 780, to: 1080 },
  ]
  return {
    id: `host-${number}`,
    active: true,
    timeZone: ZONES[number % ZONES.length],
    weeklyHours: [workday, workday, workday, workday, workday, [], []],
    overrides: {},
    meetings,
    busy: [],
    lastBookedAt: number,
  }
}

/**
 * How long the list of a month takes for a busy team, with the rules that cost most.
 * @returns the median and the first, with nothing warm, in milliseconds, and how many times are listed
 */
export async function availabilityCost() {
  const { listSlots } = await compiled()
  const rules = {
    length: 30,
    grid: 15,
    bufferBefore: 10,
    bufferAfter: 5,
    notice: 60,
    horizonDays: 60,
    hostsMode: 'any',
  }
  const situation = {
    rules: { ...rules, limitPerDay: 12, limitPerWeek: 80 },
    hosts: Array.from({ length: HOSTS }, (_, number) => hostOf(number)),
    holidays: ['2027-03-08'],
    now: NOW,
  }
  const times = []
  let listed = 0
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now()
    listed = listSlots(situation, { from: NOW, to: NOW + 31 * DAY }).length
    times.push(performance.now() - start)
  }
  const [first] = times
  return { first, median: times.sort((a, b) => a - b)[ROUNDS >> 1], listed }
}
