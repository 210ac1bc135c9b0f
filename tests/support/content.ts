import { randomUUID } from 'node:crypto'
import type { RequiredDataFromCollectionSlug as Data } from 'payload'
import { richText } from './rich-text'

// Documents that are complete, so that a test names only what it is about. Drafts unless told.

export const article = (title: string, extra: Partial<Data<'articles'>> = {}): Data<'articles'> => ({
  title,
  excerpt: 'In short',
  content: richText('Words of the post'),
  locale: 'en',
  _status: 'draft',
  ...extra,
})

export const framework = (key: string, extra: Partial<Data<'frameworks'>> = {}): Data<'frameworks'> => ({
  key,
  name: key,
  kind: 'runtime',
  summary: 'In short',
  locale: 'en',
  _status: 'draft',
  ...extra,
})

export const page = (title: string, extra: Partial<Data<'pages'>> = {}): Data<'pages'> => ({
  title,
  layout: [{ blockType: 'prose', content: richText('Words of the page') }],
  locale: 'en',
  _status: 'draft',
  ...extra,
})

export const statistic = (label: string, extra: Partial<Data<'statistics'>> = {}): Data<'statistics'> => ({
  label,
  frameworkKey: 'nodejs',
  value: 5,
  unit: 'percent',
  asOf: '2024-01-01',
  asOfPrecision: 'year',
  population: 'Developers asked',
  sourceStatus: 'not-named',
  citedVia: { title: 'A post' },
  ...extra,
})

export const submission = (extra: Partial<Data<'contact-submissions'>> = {}): Data<'contact-submissions'> => ({
  key: randomUUID(),
  reference: randomUUID().slice(0, 8),
  fingerprint: 'f',
  state: 'accepted',
  receivedAt: '2026-01-01T00:00:00.000Z',
  enquiryType: 'project',
  enquiryLabel: 'A project',
  name: 'Thu Nguyen',
  email: 'thu@example.com',
  message: 'We need a shop.',
  answers: [],
  locale: 'en',
  ...extra,
})

export const email = (extra: Partial<Data<'emails'>> = {}): Data<'emails'> => ({
  key: randomUUID(),
  kind: 'contact-sales',
  state: 'queued',
  attempts: 0,
  subject: 'New message',
  text: 'Somebody wrote.',
  messageId: `<${randomUUID()}@example.com>`,
  ...extra,
})
