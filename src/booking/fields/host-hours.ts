import type { DateField, DateFieldValidation, Field, TextField } from 'payload'
import { minutesOf, stretchOf } from './clock-time'

/** Monday first, as in `HostCalendar`. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const WEEKDAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

const clockField = (name: 'from' | 'to', required: boolean): TextField => ({
  name,
  type: 'text',
  maxLength: 5,
  required,
  validate: (value: string | null | undefined, { siblingData }) => {
    const { from, to } = siblingData as { from?: string | null; to?: string | null }
    if (!value) return required || from || to ? 'Write a time such as 09:00.' : true
    if (minutesOf(value) === undefined) return 'Write the time as 09:00; the end of the day is 24:00.'
    const isForwards = stretchOf({ from, to }) !== undefined || minutesOf(name === 'to' ? from : to) === undefined
    return isForwards || 'The hours must end after they begin. For a night, write two lines that meet at 24:00.'
  },
  admin: { placeholder: name === 'from' ? '09:00' : '17:00', width: '25%' },
})

const dateField = (name: string, label: string, required: boolean): DateField => ({
  name,
  label,
  type: 'date',
  required,
  admin: { width: '25%', date: { pickerAppearance: 'dayOnly', displayFormat: 'd MMM yyyy' } },
})

/** A stretch that ends before it begins would close or open no day, without a word. */
const notBeforeDate: DateFieldValidation = (value, { siblingData }) => {
  const { date } = siblingData as { date?: string | Date | null }
  return !value || !date || new Date(value) >= new Date(date) || 'The last day must not lie before the first.'
}

/** When a host can be met: every week, and on single dates. Times are what a clock in the host's zone shows. */
export const hostHoursFields = (): Field[] => [
  {
    name: 'weeklyHours',
    label: 'Hours of every week',
    type: 'array',
    labels: { singular: 'Hours', plural: 'Hours' },
    admin: {
      description:
        'When you can be met, by the clock in your time zone. Add a line for each part of the day, as 09:00–12:00 and 13:00–17:00.',
    },
    fields: [
      {
        type: 'row',
        fields: [
          {
            name: 'days',
            type: 'select',
            hasMany: true,
            required: true,
            options: WEEKDAYS.map((value, index) => ({ value, label: WEEKDAY_NAMES[index] ?? value })),
            admin: { width: '50%' },
          },
          clockField('from', true),
          clockField('to', true),
        ],
      },
    ],
  },
  {
    name: 'overrides',
    label: 'Other hours on certain dates',
    type: 'array',
    labels: { singular: 'Date', plural: 'Dates' },
    admin: {
      description: 'Replaces the hours of the week, and holidays, on these dates. Without times: not available at all.',
    },
    fields: [
      {
        type: 'row',
        fields: [
          dateField('date', 'Date', true),
          { ...dateField('until', 'To (last day, optional)', false), validate: notBeforeDate },
          clockField('from', false),
          clockField('to', false),
        ],
      },
      {
        name: 'note',
        type: 'text',
        maxLength: 200,
        admin: { description: 'For colleagues: holiday, fair, training.' },
      },
    ],
  },
]
