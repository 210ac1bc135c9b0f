import { describe, expect, it } from 'vitest'
import { type BookingFormRules, readBookingForm, type TypedBooking } from './booking-form'

const RULES: BookingFormRules = {
  questions: [{ required: true }, { required: false }],
  phoneRequired: false,
  phoneCountry: 'VN',
}

const FORM: TypedBooking = {
  intent: 'book',
  start: '2027-01-14T09:00:00.000Z',
  name: 'Ann Example',
  email: 'Ann@example.com',
  answer1: 'A website',
  zone: 'Asia/Kolkata',
}

const NOW = Date.parse('2027-01-10T12:00:00Z')

const problems = (typed: TypedBooking, rules = RULES) => {
  const result = readBookingForm(typed, rules, NOW)
  return result.ok ? [] : result.problems.map(({ field, code }) => `${field}: ${code}`)
}

describe('a booking form', () => {
  it('with a time, a name, an address and the answers asked for is fine', () => {
    expect(readBookingForm({ ...FORM, phone: '0904 026 070' }, RULES)).toEqual({
      ok: true,
      wish: { intent: 'book', start: Date.parse('2027-01-14T09:00:00Z') },
      details: {
        name: 'Ann Example',
        email: expect.objectContaining({ identity: 'ann@example.com' }),
        company: '',
        phone: { raw: '0904 026 070', e164: '+84904026070' },
        guests: [],
        about: '',
        answers: ['A website', ''],
        zone: 'Asia/Kolkata',
      },
    })
  })

  it('says what is missing in the order of the form, and once for a field', () => {
    expect(problems({})).toEqual([
      'start: startMissing',
      'name: nameMissing',
      'email: emailMissing',
      'answer1: answerMissing',
    ])
  })

  it.each(['tomorrow', '2027-01-14T09:00', '2027-13-14T09:00:00.000Z', '1'])('takes no time like %j', (start) => {
    expect(problems({ ...FORM, start })).toEqual(['start: startUnknown'])
  })

  it('asks for a telephone number only where the agency calls', () => {
    expect(problems(FORM)).toEqual([])
    expect(problems(FORM, { ...RULES, phoneRequired: true })).toEqual(['phone: phoneMissing'])
  })

  it('asks for consent only where there is a text to agree to', () => {
    expect(problems(FORM, { ...RULES, consentVersion: '2' })).toEqual(['consent: consentMissing'])
    expect(problems({ ...FORM, consent: 'agreed:2' }, { ...RULES, consentVersion: '2' })).toEqual([])
  })

  it('tells times in UTC to somebody whose zone does not exist', () => {
    const result = readBookingForm({ ...FORM, zone: 'Mars/Olympus' }, RULES)
    expect(result.ok && result.details.zone).toBe('UTC')
  })
})

describe('the other guests', () => {
  const guests = (typed: string) => {
    const result = readBookingForm({ ...FORM, guests: typed }, RULES)
    return result.ok ? result.details.guests.map(({ address }) => address) : result.problems
  }

  it('are addresses between commas, spaces or lines, each once, and not the one who books', () => {
    expect(guests(' ben@example.com,\ncara@example.com; BEN@example.com ann@example.com')).toEqual([
      'ben@example.com',
      'cara@example.com',
    ])
  })

  it('are no names, and not more than five', () => {
    expect(guests('Ben')).toEqual([{ field: 'guests', code: 'guestsInvalid' }])
    const many = Array.from({ length: 6 }, (_, index) => `guest${index}@example.com`).join(',')
    expect(guests(many)).toEqual([{ field: 'guests', code: 'guestsMany' }])
  })
})

describe('a wish for another time', () => {
  const wish: TypedBooking = { ...FORM, intent: 'request', start: undefined }

  it('names up to three times by the clock of who wishes, and needs none of the list', () => {
    const result = readBookingForm({ ...wish, preferred1: '2027-02-01T09:30', preferred3: '2027-02-02T10:00' }, RULES)
    expect(result.ok && result.wish).toEqual({ intent: 'request', preferred: ['2027-02-01T09:30', '2027-02-02T10:00'] })
  })

  it('names at least one', () => {
    expect(problems(wish)).toEqual(['preferred1: preferredMissing'])
    expect(problems({ ...wish, preferred2: 'soon' })).toEqual(['preferred2: preferredInvalid'])
  })

  it('names none that is over on every clock', () => {
    expect(problems({ ...wish, preferred1: '2027-01-09T23:59' })).toEqual(['preferred1: preferredInvalid'])
    expect(problems({ ...wish, preferred1: '2027-01-10T00:01' })).toEqual([])
  })

  it.each(['2027-02-31T09:30', '2027-03-14T24:00', '2027-13-01T09:30'])(
    'names none of no calendar: %s',
    (preferred1) => {
      expect(problems({ ...wish, preferred1 })).toEqual(['preferred1: preferredInvalid'])
    },
  )
})
