import type { ToldMeeting } from '@/booking/emails/told-meeting'

/** A meeting with all that is told of it; a test names what it is about. */
export const told = (change: Partial<ToldMeeting['meeting']> = {}, more: Partial<ToldMeeting> = {}): ToldMeeting => ({
  meeting: {
    id: '1',
    uid: 'meeting-1@example.com',
    sequence: 0,
    status: 'confirmed',
    start: '2027-01-14T02:00:00.000Z',
    end: '2027-01-14T02:30:00.000Z',
    typeName: 'Intro call',
    name: 'Ann Lee',
    email: 'ann@example.org',
    company: 'Lee & Sons',
    phone: '+1 555 0100',
    timeZone: 'America/New_York',
    locale: 'en',
    createdAt: '2027-01-10T08:00:00.000Z',
    updatedAt: '2027-01-10T08:00:00.000Z',
    ...change,
  },
  location: { kind: 'video', details: 'https://meet.example.com/1' },
  guests: ['ben@example.org'],
  answers: [{ label: 'What is it about?', value: 'See evil.example.net' }],
  hosts: [{ id: 'h1', name: 'Minh', address: 'minh@example.com', timeZone: 'Asia/Ho_Chi_Minh' }],
  company: 'Example Agency',
  agencyLocale: 'en',
  organizer: { name: 'Example Agency', address: 'hello@example.com' },
  links: {
    manage: 'https://example.com/book/manage/secret',
    move: 'https://example.com/book/manage/secret/move',
    admin: 'https://example.com/admin/collections/meetings/1',
    book: 'https://example.com/book',
  },
  ...more,
})
