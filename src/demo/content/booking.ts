import type { Role } from '@/access/roles'

export type HostKey = 'sales-engineer' | 'lead-engineer'

/** Who can be met in the demo, and whose account that is. */
export const hosts: { key: HostKey; name: string; role: Role }[] = [
  { key: 'sales-engineer', name: 'A sales engineer', role: 'sales' },
  { key: 'lead-engineer', name: 'A lead engineer', role: 'editor' },
]

/** Office hours in Hanoi, with the lunch break that everybody there keeps. */
export const HOURS = {
  timeZone: 'Asia/Ho_Chi_Minh',
  weeklyHours: [
    { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '12:00' },
    { days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '13:30', to: '18:00' },
  ],
} as const

/** What can be booked in the demo. */
export const meetingTypes = [
  {
    slug: 'intro-call',
    name: 'Intro call',
    description: 'You tell us what you are building and what worries you; we say whether and how we can help.',
    length: 30,
    grid: 30,
    bufferBefore: 0,
    bufferAfter: 10,
    limitPerDay: 6,
    hostsMode: 'any',
    hosts: ['sales-engineer', 'lead-engineer'],
    location: { kind: 'video', details: 'https://meet.example.com/{id}' },
    questions: [],
  },
  {
    slug: 'technical-deep-dive',
    name: 'Technical deep dive',
    description: 'An hour over your architecture, with an engineer who has built something like it.',
    length: 60,
    grid: 30,
    bufferBefore: 10,
    bufferAfter: 20,
    limitPerDay: 2,
    hostsMode: 'all',
    hosts: ['sales-engineer', 'lead-engineer'],
    location: { kind: 'video', details: 'https://meet.example.com/{id}' },
    questions: [{ label: 'Where can we read about it beforehand?', kind: 'line', required: false }],
  },
  {
    slug: 'phone-call',
    name: 'Call me back',
    description: 'A quarter of an hour on the telephone, for a question that fits into one.',
    length: 15,
    grid: 15,
    bufferBefore: 0,
    bufferAfter: 0,
    limitPerDay: 8,
    hostsMode: 'fixed',
    hosts: ['sales-engineer'],
    location: { kind: 'phone', details: 'We call you at the number you give us.' },
    questions: [],
  },
] as const satisfies readonly {
  hosts: readonly HostKey[]
  [field: string]: unknown
}[]
