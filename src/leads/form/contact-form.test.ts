import { describe, expect, it } from 'vitest'
import { HONEYPOT_FIELD } from '@/forms/honeypot'
import { contact } from '@/site/messages/en-contact'
import { CONTACT_FIELDS, type ContactRules, readContactForm, type TypedForm } from './contact-form'

const rules: ContactRules = { topics: ['project', 'meeting'], consentVersion: '2026-1', phoneCountry: 'GB' }
const good: TypedForm = {
  name: 'Ann Lee',
  email: 'ann@example.com',
  company: 'Example Ltd',
  phone: '020 7946 0000',
  topic: 'project',
  message: 'We need a backend.',
  consent: 'agreed:2026-1',
}

const read = (change: TypedForm, change2: Partial<ContactRules> = {}) =>
  readContactForm({ ...good, ...change }, { ...rules, ...change2 })
const problems = (...args: Parameters<typeof read>) => {
  const result = read(...args)
  return result.ok ? [] : result.problems.map(({ field, code }) => `${field}: ${code}`)
}

describe('a contact form', () => {
  it('passes with everything filled in', () => {
    expect(read({})).toEqual({
      ok: true,
      message: {
        name: 'Ann Lee',
        email: { address: 'ann@example.com', identity: 'ann@example.com' },
        company: 'Example Ltd',
        phone: { raw: '020 7946 0000', e164: '+442079460000' },
        topic: 'project',
        message: 'We need a backend.',
      },
    })
  })

  it('passes without what is optional', () => {
    expect(problems({ company: undefined, phone: undefined })).toEqual([])
    expect(problems({ company: ' ', phone: '' })).toEqual([])
  })

  it.each(['Nguyễn Thị Minh Khai', 'Đặng Văn Ơn', "Seán O'Brien", '李小龍', 'Ng', 'Þórunn Ægisdóttir', 'X'])(
    'takes the name %s',
    (name) => {
      const result = read({ name })
      expect(result.ok && result.message.name).toBe(name.normalize('NFC'))
    },
  )

  it.each(['max@räucher.de', "o'brien@example.com", 'ann+site@example.com', ' ann@example.com '])(
    'takes the address %j',
    (email) => {
      expect(problems({ email })).toEqual([])
    },
  )

  it.each([
    'ann@example.com, bob@example.com',
    'ann@example.com\r\nBcc: bob@example.com',
    'ann\u0007@example.com',
    'a\u0000nn@example.com',
    'ann@example',
    'Ann <ann@example.com>',
  ])('refuses the address %j', (email) => {
    expect(problems({ email })).toMatchObject([expect.stringMatching(/^email: /)])
  })

  it('keeps a doubtful phone number as it was typed', () => {
    const result = read({ phone: 'ask reception, ext. 12' })
    expect(result.ok && result.message.phone).toEqual({ raw: 'ask reception, ext. 12', e164: undefined })
  })

  it('names every field that is missing, in the order of the form', () => {
    expect(problems({ name: '', email: ' ', topic: undefined, message: '\r\n', consent: undefined })).toEqual([
      'name: nameMissing',
      'email: emailMissing',
      'topic: topicMissing',
      'message: messageMissing',
      'consent: consentMissing',
    ])
  })

  it('refuses what is too long', () => {
    const long = { name: 'x'.repeat(121), company: 'x'.repeat(161), phone: '1'.repeat(61), message: 'x'.repeat(10_001) }
    expect(problems(long)).toEqual([
      'name: nameLong',
      'company: companyLong',
      'phone: phoneLong',
      'message: messageLong',
    ])
    expect(problems({ message: 'x\r\n'.repeat(5000) })).toEqual([])
  })

  it('refuses line breaks in one-line fields', () => {
    const breaks = { name: 'Ann\r\nBcc: x@example.com', company: 'a\nb', phone: '1\r2', topic: 'project\n' }
    expect(problems(breaks)).toEqual(['name: lineBreak', 'company: lineBreak', 'phone: lineBreak'])
  })

  it('refuses a topic that is not on offer', () => {
    expect(problems({ topic: 'jobs' })).toEqual(['topic: topicUnknown'])
    expect(problems({ topic: '__proto__' })).toEqual(['topic: topicUnknown'])
  })

  it('asks for no topic and no consent when the site has none', () => {
    expect(problems({ topic: '', consent: undefined }, { topics: [], consentVersion: undefined })).toEqual([])
  })

  it('asks again when the text that was agreed to is no longer the one', () => {
    expect(problems({ consent: 'agreed:2025-1' })).toEqual(['consent: consentChanged'])
  })

  it('takes a ticked box that does not say which text it stood beside', () => {
    for (const consent of ['on', '1', 'yes']) expect(problems({ consent })).toEqual([])
  })

  it('has a sentence for every problem', () => {
    const codes = problems({ name: '', email: '', topic: 'x', message: '', consent: '' }).map((p) => p.split(': ')[1])
    for (const code of codes) expect(contact.problems).toHaveProperty(code ?? '')
  })
})

describe('the honeypot', () => {
  it('has a name that no autofill takes for a field of a person', () => {
    expect(HONEYPOT_FIELD).not.toMatch(
      /name|mail|phone|tel|addr|street|city|zip|post|comp|org|url|web|site|title|user|pass/,
    )
    expect(CONTACT_FIELDS).not.toContain(HONEYPOT_FIELD)
  })
})
